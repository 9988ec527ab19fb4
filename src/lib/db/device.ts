/** What this device knows before anybody has signed in: who works on it, and its own id. */
import { Dexie, type DexieOptions, type EntityTable } from 'dexie';
import { type Nip } from '../domain/nip.ts';
import { closeWhenOutdated, type DatabaseHooks, type MetaRow } from './database.ts';
import { followTransactions } from './open-transactions.ts';

/** Opens a person's data without a line; see state/lock.ts. */
export type PasswordLock = {
	salt: Uint8Array<ArrayBuffer>;
	verifier: Uint8Array<ArrayBuffer>;
	iterations: number;
};

export type DevicePerson = {
	nip: Nip;
	name: string;
	lock?: PasswordLock;
	/**
	 * `locked`: signed out, readable only after the password. `sign-in-needed`: the server no longer
	 * knows the session; the person works on, but nothing is sent until he signs in.
	 */
	state: 'signed-in' | 'locked' | 'sign-in-needed';
	/** Signed out here, but the server has not been told yet. */
	revoke?: true;
	mustChangePassword?: boolean;
};

export class DeviceDatabase extends Dexie {
	declare people: EntityTable<DevicePerson, 'nip'>;
	declare meta: EntityTable<MetaRow, 'key'>;

	/** Practice has one of another name. */
	constructor(options: DexieOptions = {}, hooks: DatabaseHooks = {}, name = 'ekinerja-device') {
		super(name, { chromeTransactionDurability: 'strict', ...options });
		this.version(1).stores({ people: 'nip', meta: 'key' });
		closeWhenOutdated(this, hooks);
		followTransactions(this);
	}
}

export const devicePeople = (db: DeviceDatabase): Promise<DevicePerson[]> => db.people.toArray();

export const devicePerson = (db: DeviceDatabase, nip: Nip): Promise<DevicePerson | undefined> =>
	db.people.get(nip);

/** As many characters of chance as keep all devices of a country apart. */
const DEVICE_ID_LENGTH = 16;

/** This device's id; made once. */
export async function deviceIdOf(db: DeviceDatabase, newId: () => string): Promise<string> {
	return (await knownDeviceId(db)) ?? makeDeviceId(db, newId);
}

const knownDeviceId = async (db: DeviceDatabase) =>
	(await db.meta.get('deviceId'))?.value as string | undefined;

/** Another tab may make one at the same time; the first to be written stands. */
function makeDeviceId(db: DeviceDatabase, newId: () => string): Promise<string> {
	return db.transaction('rw', db.meta, async () => {
		const known = await knownDeviceId(db);
		if (known !== undefined) return known;
		const value = newId().slice(-DEVICE_ID_LENGTH);
		await db.meta.put({ key: 'deviceId', value });
		return value;
	});
}

/** Whose session the app opens with. */
export async function currentNip(db: DeviceDatabase): Promise<Nip | undefined> {
	return (await db.meta.get('currentNip'))?.value as Nip | undefined;
}

/** Whom the app opens with, as far as he is known. */
export async function personAtWork(db: DeviceDatabase): Promise<DevicePerson | undefined> {
	// At once, because every opening of the app waits for it.
	const [atWork, people] = await Promise.all([currentNip(db), devicePeople(db)]);
	return people.find(({ nip }) => nip === atWork);
}

/** Writes nothing when it is so already. */
export async function setCurrentNip(db: DeviceDatabase, nip: Nip | undefined): Promise<void> {
	if (nip === (await currentNip(db))) return;
	if (nip === undefined) await db.meta.delete('currentNip');
	else await db.meta.put({ key: 'currentNip', value: nip });
}

/** Adds a person, or changes what is known of him; keys with `undefined` are taken away. */
export function rememberPerson(
	db: DeviceDatabase,
	nip: Nip,
	changes: { [K in keyof Omit<DevicePerson, 'nip'>]?: DevicePerson[K] | undefined }
): Promise<void> {
	return db.transaction('rw', db.people, async () => {
		const known = await db.people.get(nip);
		const merged = { name: nip, state: 'locked', ...known, ...changes, nip };
		const present = Object.entries(merged).filter(([, value]) => value !== undefined);
		await db.people.put(Object.fromEntries(present) as DevicePerson); // defaults stand first
	});
}

/** Notes whether the server knows the session; a person who signed out meanwhile stays locked. */
export async function noteSession(
	db: DeviceDatabase,
	nip: Nip,
	state: 'signed-in' | 'sign-in-needed'
): Promise<void> {
	await db.people
		.where('nip')
		.equals(nip)
		.filter((person) => person.state !== 'locked' && person.state !== state)
		.modify({ state });
}
