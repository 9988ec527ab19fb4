/**
 * One sync by the service worker, when the browser rings its alarm: the line is back, or it is time
 * for news. It delivers for the person working on this device, and only while no page of the app is
 * in sight: a visible page is told instead and does it itself.
 */
import { attentionOf, mattersCount } from '#lib/db/attention.ts';
import { correctedNow } from '#lib/db/clock.ts';
import { mustWait } from '#lib/db/contact-log.ts';
import { Database } from '#lib/db/database.ts';
import { DeviceDatabase, deviceIdOf, personAtWork } from '#lib/db/device.ts';
import { readClock } from '#lib/db/meta.ts';
import { closeForGood } from '#lib/db/storage-failure.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { createSleep } from '#lib/sync/deadline.ts';
import { createSyncLock } from '#lib/sync/lock.ts';
import { syncOnce } from '#lib/sync/once.ts';
import { createTransport } from '#lib/sync/transport.ts';
import { remindOf } from './remind.ts';

declare const self: ServiceWorkerGlobalScope;

/** A worker is stopped after some minutes anyway; then the rows it was sending simply wait again. */
const MAX_RUN_MS = 120_000;

const now = () => Date.now();
const newId = () => newUlid(now(), () => Math.random());

const sleep = createSleep(globalThis);

/** Throws when the sync failed, so that the browser rings again. */
export async function wake(): Promise<void> {
	const pages = await self.clients.matchAll({ type: 'window' });
	const visible = pages.filter(({ visibilityState }) => visibilityState === 'visible');
	if (visible.length > 0) visible.forEach((page) => page.postMessage('wake'));
	else await lookAfter();
}

/** Delivers first: what another device has recorded needs no reminder. */
async function lookAfter(): Promise<void> {
	const device = new DeviceDatabase();
	try {
		const person = await personAtWork(device);
		if (!person || person.state === 'locked') return;
		try {
			if (person.state === 'signed-in')
				await deliverFor(person.nip, await deviceIdOf(device, newId));
		} finally {
			await remindOf(person.nip, now());
		}
	} finally {
		closeForGood(device);
	}
}

async function deliverFor(person: string, deviceId: string): Promise<void> {
	const db = new Database(person);
	const transport = createTransport({
		fetch: (...request) => fetch(...request),
		sleep,
		monotonicNow: () => performance.now()
	});
	const giveUp = new AbortController();
	void sleep(MAX_RUN_MS, giveUp.signal).then(() => giveUp.abort());
	try {
		// Whoever rings, a busy server is left alone until its time; then the browser rings again.
		if (await mustWait(db, now())) throw new Error('sync: busy');
		const parts = { transport, tools: { now, newId }, person, deviceId, signal: giveUp.signal };
		const outcome = await syncOnce(db, parts, createSyncLock(person, self.navigator.locks));
		if (!outcome.ok) throw new Error(`sync: ${outcome.error.type}`);
		await showCount(db, person);
	} finally {
		giveUp.abort();
		closeForGood(db);
	}
}

/** Nought shows none. Refused where the app is not installed. */
async function showCount(db: Database, person: string): Promise<void> {
	const waiting = await attentionOf(db, person, correctedNow(await readClock(db), now()));
	await self.navigator.setAppBadge?.(mattersCount(waiting)).catch(() => undefined);
}
