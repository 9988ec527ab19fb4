/**
 * People on this device and the one who works on it now. A shared computer holds one database, lock
 * and server session per person; who signs out, also without a line, is locked behind his password,
 * and the server is told at the next contact. His outbox stays, and only his own sign-in sends it.
 */
import { watch } from '#lib/db/watch.ts';
import { type Database } from '#lib/db/database.ts';
import {
	devicePeople,
	devicePerson,
	type DevicePerson,
	noteSession,
	personAtWork,
	rememberPerson,
	setCurrentNip
} from '#lib/db/device.ts';
import { rememberContact } from '#lib/db/meta.ts';
import { rebuildAfterUpdate } from '#lib/db/rebuild.ts';
import { type StorageFailure, storing } from '#lib/db/storage-failure.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { type SignInResponse } from '#lib/protocol/session.ts';
import { type EngineStatus, type WakeReason } from '#lib/sync/engine.ts';
import { type AppParts } from './app-parts.ts';
import { type Installation } from './installation.svelte.ts';
import { Live } from './live.ts';
import { createPasswordLock, opensLock } from './lock.ts';
import { Session } from './session.svelte.ts';
import {
	changePasswordRefused,
	type ChangePasswordRefused,
	isNoWord,
	type SignedInDevice,
	signInRefused,
	type SignInRefused
} from './sign-in.ts';
import { estimateStorage, protectStorage, type StorageEstimate } from './storage.ts';

export type SignedIn = 'ready' | 'must-change-password';

export class DeviceApp {
	readonly people: Live<DevicePerson[]>;
	readonly update: AppParts['update'];
	readonly installation: Installation;
	#parts: AppParts;
	#session = $state.raw<Session | undefined>();
	#outdatedTab = $state(false);
	#revoking = new AbortController();

	constructor(parts: AppParts) {
		this.#parts = parts;
		this.update = parts.update;
		this.installation = parts.installation;
		this.people = new Live(() => devicePeople(parts.device), []);
	}

	/** Goes on with whoever worked here last, unless he signed out. */
	async start(): Promise<void> {
		const { device } = this.#parts;
		const person = await personAtWork(device);
		if (person && person.state !== 'locked') {
			const opened = await this.#open(person);
			if (!opened.ok) throw new Error(`the device's storage: ${opened.error.type}`);
		}
		// Another tab may sign the person out.
		watch(() => devicePeople(device)).subscribe(() => void this.#closeIfLocked());
		void this.revokeSignedOut();
	}

	get session(): Session | undefined {
		return this.#session;
	}

	get outdatedTab(): boolean {
		return this.#outdatedTab;
	}

	/** This tab's databases give way to a newer version of the app. */
	markOutdated(): void {
		this.#outdatedTab = true;
	}

	get deviceId(): string {
		return this.#parts.deviceId;
	}

	storage(): Promise<StorageEstimate> {
		return estimateStorage(this.#parts.storage);
	}

	protectStorage(): Promise<StorageEstimate> {
		return protectStorage(this.#parts.storage);
	}

	/** Online: a sign-in. Without a line: unlocks a person known here with the right password. */
	async signIn(nip: Nip, password: string): Promise<Result<SignedIn, SignInRefused>> {
		// A sign-out still on its way would take the new session's cookie with it.
		this.#revoking.abort();
		const { transport, deviceId } = this.#parts;
		const answer = await transport.signIn({ person: nip, password, deviceId });
		if (answer.ok) return this.#signedIn(answer.value, password);
		const known = await devicePerson(this.#parts.device, nip);
		if (!known?.lock || !isNoWord(answer.error)) return err(signInRefused(answer.error));
		return this.#unlock(known, password);
	}

	async #signedIn(
		answer: SignInResponse,
		password: string
	): Promise<Result<SignedIn, SignInRefused>> {
		if ((await this.#parts.keepScreens()) === 'failed') return err({ type: 'screens-not-kept' });
		const { person: nip, name, mustChangePassword } = answer;
		// A start code was known to others; it must not open anything on this device.
		const lock = mustChangePassword ? undefined : await this.#newLock(password);
		const changes = {
			name,
			mustChangePassword,
			lock,
			state: 'signed-in',
			revoke: undefined
		} as const;
		await rememberPerson(this.#parts.device, nip, changes);
		const opened = await this.#open({ nip, name, mustChangePassword, state: 'signed-in' }, answer);
		return opened.ok ? ok(mustChangePassword ? 'must-change-password' : 'ready') : opened;
	}

	async #unlock(person: DevicePerson, password: string): Promise<Result<SignedIn, SignInRefused>> {
		if (!person.lock || !(await opensLock(person.lock, password))) {
			return err({ type: 'wrong-credentials' });
		}
		// As long as the server was not told of the sign-out, it still knows the session.
		const state = person.state === 'locked' && !person.revoke ? 'sign-in-needed' : 'signed-in';
		await rememberPerson(this.#parts.device, person.nip, { state, revoke: undefined });
		const opened = await this.#open({ ...person, state });
		return opened.ok ? ok('ready') : opened;
	}

	async changePassword(
		current: string,
		next: string
	): Promise<Result<void, ChangePasswordRefused>> {
		const session = this.#session;
		if (!session) throw new Error('only who works here can change his password');
		const { transport, device } = this.#parts;
		const answer = await transport.changePassword({ ...this.#whoAsks(), current, next });
		if (!answer.ok) return err(changePasswordRefused(answer.error));
		const lock = await this.#newLock(next);
		await rememberPerson(device, session.nip, {
			lock,
			mustChangePassword: false,
			state: 'signed-in'
		});
		await this.#remember(session.db, answer.value);
		session.mustChangePassword = false;
		session.wake('signed-in');
		return ok(undefined);
	}

	/** Needs a line: every other device has to sign in again. */
	async endOtherSessions(): Promise<Result<void, ChangePasswordRefused>> {
		const answer = await this.#parts.transport.endOthers(this.#whoAsks());
		return answer.ok ? answer : err(changePasswordRefused(answer.error));
	}

	/** Needs a line: where the person is signed in, this device first. */
	async devices(): Promise<Result<readonly SignedInDevice[], ChangePasswordRefused>> {
		const answer = await this.#parts.transport.listDevices(this.#whoAsks());
		return answer.ok ? ok(answer.value.devices) : err(changePasswordRefused(answer.error));
	}

	/** Needs a line: the device with this session has to sign in again. */
	async endSession(id: string): Promise<Result<void, ChangePasswordRefused>> {
		const answer = await this.#parts.transport.endSession({ ...this.#whoAsks(), session: id });
		return answer.ok ? answer : err(changePasswordRefused(answer.error));
	}

	#whoAsks() {
		if (!this.#session) throw new Error('only who works here can ask about his devices');
		return { person: this.#session.nip, deviceId: this.#parts.deviceId };
	}

	/** Also without a line: locks the person's data, keeps the outbox, revokes at the next contact. */
	async signOut(): Promise<void> {
		const session = this.#session;
		if (!session) return;
		await rememberPerson(this.#parts.device, session.nip, { state: 'locked', revoke: true });
		await setCurrentNip(this.#parts.device, undefined);
		this.#close();
		void this.revokeSignedOut();
	}

	/** Tells the server of sign-outs it has not heard of. */
	async revokeSignedOut(): Promise<void> {
		this.#revoking.abort();
		const { signal } = (this.#revoking = new AbortController());
		const { device, deviceId, transport } = this.#parts;
		const people = await storing(device, () => devicePeople(device));
		for (const { nip, revoke, state } of people.ok ? people.value : []) {
			if (!revoke || state !== 'locked' || signal.aborted) continue;
			const told = await transport.signOut({ person: nip, deviceId }, signal);
			if (told.ok && !signal.aborted) await rememberPerson(device, nip, { revoke: undefined });
		}
	}

	/** The line came back, the screen became visible, or the service worker has news. */
	wake(reason: WakeReason): void {
		this.#session?.wake(reason);
		void this.#session?.noticeClock();
		if (reason === 'online') void this.revokeSignedOut();
	}

	/** Opens a person's database and makes him who works here; a contact that came with it is kept. */
	async #open(
		person: DevicePerson,
		contact?: SignInResponse
	): Promise<Result<void, StorageFailure>> {
		const { nip } = person;
		const isSame = this.#session?.nip === nip;
		if (this.#session && !isSame) await this.#lockColleague(this.#session.nip);
		const db = isSame && this.#session ? this.#session.db : this.#openDatabase(nip);
		const session = isSame && this.#session ? this.#session : this.#createSession(person, db);
		const opened = await storing(db, async () => {
			if (contact) await this.#remember(db, contact);
			// At once: one after another, these would be a good part of opening the app.
			return Promise.all([
				rebuildAfterUpdate(db, nip),
				setCurrentNip(this.#parts.device, nip),
				isSame || session.prepare()
			]);
		});
		if (!opened.ok) {
			if (!isSame) session.close();
			return opened;
		}
		if (isSame) {
			session.mustChangePassword = person.mustChangePassword ?? false;
			session.wake('signed-in');
		} else {
			session.begin();
			this.#session = session;
		}
		return ok(undefined);
	}

	#openDatabase(nip: Nip): Database {
		return this.#parts.openDatabase(nip, { onOutdated: () => this.markOutdated() });
	}

	#createSession({ nip, name, mustChangePassword = false }: DevicePerson, db: Database): Session {
		const { tools, createEngine, onSaved } = this.#parts;
		return new Session({
			nip,
			name,
			mustChangePassword,
			db,
			tools,
			createEngine: (onStatus) => createEngine(nip, db, onStatus),
			onStatus: (status) => this.#follow(nip, status),
			onSaved: () => onSaved?.()
		});
	}

	/** What the server thinks of the session is kept for the next start. */
	#follow(nip: Nip, { phase, failure, signedOut }: EngineStatus): void {
		if (phase === 'syncing') return;
		if (failure && ['offline', 'timeout', 'cut'].includes(failure.type)) this.#parts.onLineLost?.();
		if (failure && !signedOut) return;
		const { device } = this.#parts;
		void storing(device, () =>
			noteSession(device, nip, signedOut ? 'sign-in-needed' : 'signed-in')
		);
	}

	async #lockColleague(nip: Nip): Promise<void> {
		await rememberPerson(this.#parts.device, nip, { state: 'locked' });
		this.#close();
	}

	async #closeIfLocked(): Promise<void> {
		const session = this.#session;
		if (!session) return;
		const { device } = this.#parts;
		const person = await storing(device, () => devicePerson(device, session.nip));
		if (person.ok && person.value?.state === 'locked' && this.#session === session) this.#close();
	}

	#close(): void {
		this.#session?.close();
		this.#session = undefined;
	}

	#newLock(password: string) {
		return createPasswordLock(password, this.#parts.lockIterations);
	}

	#remember(db: Database, { contact: token, serverTime }: SignInResponse): Promise<void> {
		return rememberContact(db, { token, serverTime, deviceNow: this.#parts.tools.now() });
	}
}
