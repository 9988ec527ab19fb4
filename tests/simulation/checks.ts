/** What must hold when a simulation has come to rest, by the numbers of docs/architecture.md. */
import { expect } from 'vitest';
import { dayOf } from '#lib/domain/day.ts';
import { feedOf, type WorkDocument } from '#lib/domain/document.ts';
import { Entry, type HistoryItem } from '#lib/domain/entry.ts';
import { DRIFT_TOLERANCE_MS } from '#lib/domain/judged-time.ts';
import { mergeEntries } from '#lib/domain/merge.ts';
import { totalOf } from '#lib/domain/total.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { scopeOf } from '#server/sync/scope.ts';
import { type Device, type World } from './world.ts';

export async function checkAtRest(world: World): Promise<void> {
	// A process that is gone can't reach its database; anything else is a fault.
	expect(world.errors.filter((error) => !(error instanceof DatabaseUnavailable))).toEqual([]);
	const stored = await world.database.withPrefix('p');
	const entries = stored.map((document) => Entry.parse(document));
	for (const entry of entries) checkHistory(entry);
	await checkNoBranches(world, stored);
	for (const device of world.devices) {
		await checkSameAsServer(world, device);
		await checkNothingLost(device, entries);
		await checkScreens(device);
		checkOrder(device, entries);
		checkTimes(device, entries);
		checkPortals(device);
	}
	for (const device of world.devices) await checkQuietSync(world, device);
}

/** I3, I12, I13: each mutation once; times by the rule; nothing follows an approval but its undo. */
function checkHistory(entry: Entry): void {
	const ids = entry.history.map(({ id }) => id);
	expect(new Set(ids).size, 'I3').toBe(ids.length);
	const effective = entry.history.filter(({ overruled }) => !overruled);
	effective.forEach((item, index) => {
		expect(item.judgedAt, 'I12').toBeLessThanOrEqual(item.receivedAt ?? -1);
		const next: HistoryItem | undefined = effective[index + 1];
		if (item.kind === 'review.approve' && next) expect(next.kind, 'I13').toBe('review.undo');
	});
	// I14: what is stored is what its own history folds to.
	const folded = mergeEntries([entry]);
	expect({ status: folded.status, version: folded.version }, 'I14').toEqual({
		status: entry.status,
		version: entry.version
	});
	expect(folded.content, 'I14').toEqual(entry.content);
}

async function checkNoBranches(world: World, stored: readonly WorkDocument[]): Promise<void> {
	for (const { _id } of stored) {
		expect((await world.database.branches(_id)).length, 'I14').toBe(1);
	}
}

/** I9 and I15: exactly the feeds of the scope, and in each the same revisions as the server. */
async function checkSameAsServer(world: World, device: Device): Promise<void> {
	const scope = scopeOf(world.server.directory, device.nip, dayOf(world.now, 'WITA'));
	const held = await device.db.feeds.toArray();
	expect(held.map(({ feed }) => feed).sort(), 'I9').toEqual([...scope]);
	const documents = await device.db.documents.toArray();
	expect(
		documents.filter(({ feed }) => !scope.includes(feed)),
		'I9'
	).toEqual([]);
	for (const { feed, total } of held) {
		const revisions = await world.database.revisions(feed);
		const mine = documents.filter(({ id }) => feedOf(id) === feed);
		expect(
			mine.map(({ id, rev }) => ({ id, rev })),
			'I15'
		).toEqual(revisions);
		expect(total, 'I15').toEqual(totalOf(mine.map(({ rev }) => rev)));
	}
}

/** I1, I4, I6: every mutation is in the outbox, or in the database with its receipt, or was let go by its person. */
async function checkNothingLost(device: Device, entries: readonly Entry[]): Promise<void> {
	const outbox = new Map((await device.db.outbox.toArray()).map((row) => [row.id, row]));
	const sent = new Set((await device.db.sent.toArray()).map(({ id }) => id));
	const applied = new Set(entries.flatMap(({ history }) => history.map(({ id }) => id)));
	for (const { id } of device.made) {
		const row = outbox.get(id);
		if (row?.state === 'refused') {
			expect(row.refusal, 'I6').toBeDefined();
		} else if (row) {
			expect(row.deferred, 'I1: at rest only deferred ones wait').toBe(true);
		} else if (!device.dismissed.has(id)) {
			expect(sent.has(id), 'I1').toBe(true);
			expect(applied.has(id), 'I4').toBe(true);
		}
	}
}

/** I2: with nothing waiting, a screen shows the server's last word. */
async function checkScreens(device: Device): Promise<void> {
	for (const row of await device.db.entries.toArray()) {
		if (row.waiting > 0) continue;
		const document = (await device.db.documents.get(row.id))?.document;
		expect(row.entry, 'I2').toEqual(document);
	}
}

/** I7: one device's mutations on one document stand in its history in the order they were made. */
function checkOrder(device: Device, entries: readonly Entry[]): void {
	const places = new Map(device.made.map(({ id }, index) => [id, index]));
	for (const { history } of entries) {
		const mine = history
			.filter(({ overruled }) => !overruled)
			.map(({ id }) => places.get(id))
			.filter((place) => place !== undefined);
		expect(mine, 'I7').toEqual([...mine].sort((a, b) => a - b));
	}
}

/** I5, I12: what a device said of a time is what the server says, unless the clock was wrong unnoticed. */
function checkTimes(device: Device, entries: readonly Entry[]): void {
	const items = new Map(
		entries.flatMap(({ history }) => history).map((item) => [item.id, item] as const)
	);
	for (const { id, judged } of device.made) {
		const item = items.get(id);
		if (!item || !judged) continue;
		if (!judged.proven) expect(item.unproven, 'I12: doubt is never taken back').toBe(true);
		else if (!item.unproven) {
			const differenceMs = Math.abs(item.judgedAt - judged.at);
			expect(differenceMs, 'I5, I12').toBeLessThanOrEqual(DRIFT_TOLERANCE_MS);
		}
	}
}

/** I8: a portal's page leaves a device as it found it. */
function checkPortals({ portals }: Device): void {
	for (const { before, after } of portals) expect(after, 'I8').toBe(before);
}

/** I11: with nothing to say, one request, and the server asks its database nothing. */
async function checkQuietSync(world: World, device: Device): Promise<void> {
	const before = world.databaseRequests;
	const report = await world.syncTelling(device);
	expect(report, 'I11').toMatchObject({ requests: 1, documents: 0, complete: true });
	expect(world.databaseRequests - before, 'I11').toBe(0);
}
