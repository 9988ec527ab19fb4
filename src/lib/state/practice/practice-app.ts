/**
 * The composition root of a page that practises: the same app, sessions and engine over databases of
 * its own, with a stand-in where the network would be. It is handed no transport, so there is no way
 * from here to a server.
 */
import { Database } from '#lib/db/database.ts';
import { DeviceDatabase, deviceIdOf, rememberPerson, setCurrentNip } from '#lib/db/device.ts';
import { heldFeeds, setScope, storeDocuments } from '#lib/db/feeds.ts';
import { rememberContact } from '#lib/db/meta.ts';
import { type Tools } from '#lib/db/mutate.ts';
import { dayOf, type Zone } from '#lib/domain/day.ts';
import { DEFAULT_ZONE } from '#lib/domain/organisation.ts';
import { err } from '#lib/domain/result.ts';
import { type EngineStatus, type SyncEngine } from '#lib/sync/engine.ts';
import { type Sleep } from '#lib/sync/deadline.ts';
import { type Transport } from '#lib/sync/transport.ts';
import { DeviceApp } from '../device-app.svelte.ts';
import { Installation } from '../installation.svelte.ts';
import { PRACTICE_DEVICE, PRACTICE_NIP } from './mode.ts';
import { PRACTICE_NAME, practiceOffice, practiceScope } from './office.ts';
import { createPracticeServer } from './server.ts';

type EngineOf = {
	nip: string;
	deviceId: string;
	transport: Pick<Transport, 'sync'>;
	onStatus: (status: EngineStatus) => void;
};

export type PracticeParts = {
	readonly tools: Tools;
	readonly sleep: Sleep;
	readonly storage: StorageManager | undefined;
	readonly createEngine: (db: Database, parts: EngineOf) => SyncEngine;
};

/** What asks a server for more than a sync has nobody to ask. */
const nobody = () => Promise.resolve(err({ type: 'offline' } as const));
const NO_SERVER: Transport = {
	sync: nobody,
	signIn: nobody,
	signOut: nobody,
	endOthers: nobody,
	listDevices: nobody,
	endSession: nobody,
	changePassword: nobody
};

/** Goes on with what this tab has practised so far, or begins. */
export async function openPractice(parts: PracticeParts): Promise<DeviceApp> {
	const { tools, sleep, storage, createEngine } = parts;
	const device = new DeviceDatabase({}, {}, PRACTICE_DEVICE);
	const deviceId = await deviceIdOf(device, () => tools.newId());
	await furnish(parts);
	await rememberPerson(device, PRACTICE_NIP, { name: PRACTICE_NAME, state: 'signed-in' });
	await setCurrentNip(device, PRACTICE_NIP);
	const app = new DeviceApp({
		device,
		deviceId,
		transport: NO_SERVER,
		tools,
		openDatabase: (nip, hooks) => new Database(nip, {}, hooks),
		createEngine: (nip, db, onStatus) => {
			const transport = createPracticeServer(db, { ...tools, sleep });
			return createEngine(db, { nip, deviceId, transport, onStatus });
		},
		update: { waiting: false, apply: () => undefined },
		storage,
		installation: new Installation(window),
		keepScreens: () => Promise.resolve('no-worker')
	});
	await app.start();
	return app;
}

/** Puts the invented office where a first sync would have put a real one. */
async function furnish({ tools }: PracticeParts): Promise<void> {
	const db = new Database(PRACTICE_NIP);
	const now = tools.now();
	const zone = zoneOfDevice(new Date(now).getTimezoneOffset());
	const today = dayOf(now, zone);
	await db.transaction('rw', db.documents, db.entries, db.feeds, db.meta, async () => {
		if ((await heldFeeds(db)).length > 0) return;
		await setScope(db, practiceScope(today));
		await storeDocuments(db, practiceOffice(today, zone));
		await rememberContact(db, { token: 'latihan', serverTime: now, deviceNow: now });
	});
	db.close();
}

/** The zone of an office that isn't known is that of the device, as minutes behind UTC. */
function zoneOfDevice(offsetMinutes: number): Zone {
	if (offsetMinutes === -420) return 'WIB';
	return offsetMinutes === -540 ? 'WIT' : DEFAULT_ZONE;
}
