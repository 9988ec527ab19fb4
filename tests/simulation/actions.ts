/** What people and fate do in a simulation, one step at a time. */
import { dayOf, minuteOf } from '#lib/domain/day.ts';
import { entryId, type WorkDocument } from '#lib/domain/document.ts';
import { Entry } from '#lib/domain/entry.ts';
import { type EntryRow } from '#lib/db/database.ts';
import { type Intention, mutate } from '#lib/db/mutate.ts';
import { refusedRows } from '#lib/db/outbox.ts';
import { dismissRefused, resendOnTop } from '#lib/db/refused.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import {
	aContent,
	aSupervision,
	BUDI,
	definitive,
	RATNA,
	SITI,
	someSettings
} from '#tests/support/factories.ts';
import { type Snapshot } from '#tests/support/memory-database.ts';
import { DEWI, type Device, FIRST_RULES, type World } from './world.ts';

const AWKWARD = ['', '👩🏽‍⚕️ imunisasi', 'مرحبا بكم', '<script>alert(1)</script>', 'é'.repeat(2_000)];

export type Fate = { snapshot: Snapshot | undefined; restores: number };

/** One random step: somebody works, something syncs, or something breaks. */
export async function step(world: World, fate: Fate): Promise<void> {
	const device = world.pick(world.devices);
	if (!device) throw new Error('a world has devices');
	const chance = world.random();
	if (chance < 0.34) await work(world, device);
	else if (chance < 0.4) await answerRefusals(world, device);
	else if (chance < 0.75) await world.sync(device);
	else if (chance < 0.82) await syncTogether(world);
	else if (chance < 0.86) await device.link.arriveLate();
	else await fateStrikes(world, device, fate);
	world.pass(world.random() * 40);
}

async function work(world: World, device: Device): Promise<void> {
	const rows = await device.db.entries.toArray();
	const own = rows.filter(({ owner }) => owner === device.nip);
	const others = rows.filter(({ owner }) => owner !== device.nip);
	const chance = world.random();
	const row = world.pick(chance < 0.5 ? own : others);
	const intention = !row || chance < 0.25 ? newEntry(world, device) : change(world, device, row);
	await act(world, device, intention);
}

async function act(world: World, device: Device, intention: Intention): Promise<void> {
	const person = { tools: world.tools(device), actor: device.nip };
	const done = await mutate(device.db, person, { intention });
	if (done.ok) await note(device, done.value);
}

/** Remembers what was made, with the word of the device on its time. */
export async function note(device: Device, { version: id, _id: documentId }: Entry): Promise<void> {
	const row = await device.db.outbox.where('id').equals(id).first();
	device.made.push({ id, documentId, judged: row?.judged });
}

function newEntry(world: World, device: Device): Intention {
	const deviceNow = world.now + device.skewMs;
	const end = Math.max(1, minuteOf(deviceNow, 'WITA') - Math.floor(world.random() * 60));
	const startMinute = Math.max(0, end - 1 - Math.floor(world.random() * 90));
	const id = entryId(device.nip, dayOf(deviceNow, 'WITA'), newUlid(world.now, world.random));
	const content = aContent({
		startMinute,
		endMinute: Math.max(end, startMinute + 1),
		effectiveMinutes: 1,
		description: world.pick(AWKWARD) ?? ''
	});
	return { kind: 'entry.submit', documentId: id, base: null, content };
}

function change(world: World, device: Device, { id, owner, entry }: EntryRow): Intention {
	const common = { documentId: id, base: entry.version };
	if (owner === device.nip) {
		return world.random() < 0.8
			? {
					kind: 'entry.submit',
					...common,
					content: aContent({ ...entry.content, note: `${world.now}` })
				}
			: { kind: 'entry.withdraw', ...common };
	}
	const decisions: Intention[] = [
		{ kind: 'review.approve', ...common },
		{ kind: 'review.return', ...common, reason: 'Mohon dilengkapi' },
		{ kind: 'review.reject', ...common, reason: 'Bukan tugas' },
		{ kind: 'review.undo', ...common }
	];
	return world.pick(decisions) ?? { kind: 'review.undo', ...common };
}

async function answerRefusals(world: World, device: Device): Promise<void> {
	const row = world.pick(await refusedRows(device.db));
	if (!row) return;
	const before = new Set((await refusedRows(device.db)).map(({ id }) => id));
	if (world.random() < 0.5) {
		await dismissRefused(device.db, row.id);
	} else {
		const person = { tools: world.tools(device), actor: device.nip };
		const done = await resendOnTop(device.db, person, row.id);
		if (done.ok) await note(device, done.value);
	}
	const after = new Set((await refusedRows(device.db)).map(({ id }) => id));
	for (const id of before) if (!after.has(id)) device.dismissed.add(id);
}

async function syncTogether(world: World): Promise<void> {
	const devices = world.devices.filter(() => world.random() < 0.6);
	await Promise.all(devices.map((device) => world.sync(device)));
}

async function fateStrikes(world: World, device: Device, fate: Fate): Promise<void> {
	const chance = world.random();
	if (chance < 0.25) world.handle.failNextWrite(world.random() < 0.5 ? 'before' : 'after');
	else if (chance < 0.45) await world.restartServer();
	else if (chance < 0.6) fate.snapshot ??= world.database.snapshot();
	else if (chance < 0.66) await restore(world, fate);
	else if (chance < 0.76) await fork(world);
	else if (chance < 0.82) await supervisionChanges(world);
	else if (chance < 0.86) await settingsChange(world);
	else if (chance < 0.93) device.skewMs = (world.random() - 0.5) * 2 * 86_400_000;
	else device.skewMs = 0;
}

/** Yesterday's backup is put back; at most once, or nothing would ever come to rest. */
async function restore(world: World, fate: Fate): Promise<void> {
	if (!fate.snapshot || fate.restores > 0) return;
	fate.restores += 1;
	world.database.restore(fate.snapshot);
	await world.restartServer();
}

/** Another cluster node took an edit of the owner on an older version of an entry. */
async function fork(world: World): Promise<void> {
	const row = world.pick((await world.devices[0]?.db.entries.toArray()) ?? []);
	if (!row) return;
	const stored = (await world.database.read([row.id])).get(row.id);
	const entry = Entry.safeParse(stored);
	const first = entry.data?.history[0];
	if (!entry.success || !first || entry.data.history.length < 2) return;
	const id = newUlid(world.now, world.random);
	const item = { ...first, id, n: first.n + 1, base: first.id, judgedAt: world.now };
	const hash = Math.floor(world.random() * 2 ** 32)
		.toString(16)
		.padStart(32, '0');
	world.database.fork({
		...entry.data,
		_rev: `2-${hash}`,
		status: 'submitted',
		version: id,
		history: [first, item]
	});
}

/** An administrator, at another process, lets Ratna act for a supervisor from today on, or ends that. */
async function supervisionChanges(world: World): Promise<void> {
	const owner = world.pick([SITI, DEWI]) ?? SITI;
	const validFrom = dayOf(world.now, 'WITA');
	const acting = { supervisor: RATNA, kind: 'ACTING', validFrom, publishedAt: world.now } as const;
	const assignments = [definitive(BUDI), ...(world.random() < 0.6 ? [acting] : [])];
	await replace(world, aSupervision(owner, assignments));
}

async function settingsChange(world: World): Promise<void> {
	const validFrom = dayOf(world.now, 'WITA');
	const days = Math.floor(world.random() * 4);
	const next = { inputWindow: { kind: 'days-back', days }, returnDays: 1 + days } as const;
	await replace(world, someSettings(FIRST_RULES, { ...next, validFrom, publishedAt: world.now }));
}

async function replace(world: World, document: WorkDocument): Promise<void> {
	const { _rev = '' } = (await world.database.read([document._id])).get(document._id) ?? {};
	await world.database.write([{ ...document, _rev }]);
}
