/**
 * The composition root of a page: the real clock, chance, storage and network are taken here and
 * handed to everything else.
 */
import { logRetry, waitLeftMs } from '#lib/db/contact-log.ts';
import { Database, type DatabaseHooks } from '#lib/db/database.ts';
import { DeviceDatabase, deviceIdOf, type DevicePerson } from '#lib/db/device.ts';
import { readLastSync } from '#lib/db/meta.ts';
import { hasWork } from '#lib/db/outbox.ts';
import { storing } from '#lib/db/storage-failure.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Result } from '#lib/domain/result.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { runCycle } from '#lib/sync/cycle.ts';
import { createSleep } from '#lib/sync/deadline.ts';
import { type EngineStatus, SyncEngine } from '#lib/sync/engine.ts';
import { firstPullMs } from '#lib/sync/first-pull.ts';
import { createSyncLock } from '#lib/sync/lock.ts';
import { createTransport, type Transport } from '#lib/sync/transport.ts';
import { requestDelivery, requestNews } from './background.ts';
import { readChoice } from './choices.ts';
import { DeviceApp, type SignedIn } from './device-app.svelte.ts';
import { Installation } from './installation.svelte.ts';
import { keepScreens, type ScreensKept } from './keep-screens.ts';
import { giveUpWhenLeft } from './leaving.ts';
import { type Live } from './live.ts';
import { remindSoon } from './reminding.ts';
import { type Practice, phaseOf, setPhase, wipePractice } from './practice/mode.ts';
import { whenPageIsQuiet } from './quiet.ts';
import { type Session } from './session.svelte.ts';
import { type ChangePasswordRefused, type SignedInDevice, type SignInRefused } from './sign-in.ts';
import { createPersistence, type StorageEstimate } from './storage.ts';
import { AppUpdate, createWorkbox } from './update.svelte.ts';
import { WORKER } from './worker.ts';

/** What pages see of the app. */
export interface App {
	/** Everybody who has worked on this device. */
	readonly people: Live<DevicePerson[]>;
	/** Who is working here now. Reactive. */
	readonly session: Session | undefined;
	/** Online: a sign-in. Without a line: unlocks a person known here with the right password. */
	signIn(nip: Nip, password: string): Promise<Result<SignedIn, SignInRefused>>;
	changePassword(current: string, next: string): Promise<Result<void, ChangePasswordRefused>>;
	/** Needs a line: every other device has to sign in again. */
	endOtherSessions(): Promise<Result<void, ChangePasswordRefused>>;
	/** Needs a line: where the person is signed in, this device first. */
	devices(): Promise<Result<readonly SignedInDevice[], ChangePasswordRefused>>;
	/** Needs a line: the device with this session has to sign in again. */
	endSession(id: string): Promise<Result<void, ChangePasswordRefused>>;
	/** Also without a line: locks the person's data, keeps the outbox, revokes at the next contact. */
	signOut(): Promise<void>;
	readonly update: { /** Reactive. */ readonly waiting: boolean; apply(): void };
	/** Another tab upgraded the database: this one must be reloaded. Reactive. */
	readonly outdatedTab: boolean;
	storage(): Promise<StorageEstimate>;
	/** Asks the browser to keep what is stored, and says how it stands then. */
	protectStorage(): Promise<StorageEstimate>;
	readonly deviceId: string;
	/** Trying the app out with invented data that is never sent. */
	readonly practice: Practice;
	/** The browser's offer to install the app. Reactive. */
	readonly installation: Pick<Installation, 'isOffered' | 'isDone' | 'ask'>;
}

/** A line that brings the screens later than this brings them page by page, during practice. */
const KEEP_FOR_PRACTICE_MS = 10_000;
/** How often the device's clock is looked at while the app is open. */
const NOTICE_CLOCK_EVERY_MS = 30_000;

const now = () => Date.now();
const monotonicNow = () => performance.now();
const random = () => Math.random();
const newId = () => newUlid(now(), random);

const sleep = createSleep(globalThis);

let opened: Promise<App> | undefined;

/** One per page. Throws when the device's storage can't be opened. */
export const openApp = (): Promise<App> => (opened ??= createThisPage(sessionStorage));

/** Work or practice: a page is one of both, from its first moment to its last. */
async function createThisPage(tab: Storage): Promise<App> {
	giveUpWhenLeft(window);
	const phase = phaseOf(tab);
	if (phase === 'new' || phase === 'on') return createPractice(tab, phase);
	if (phase === 'over') {
		// Nothing of it is open here. What can't be wiped now is wiped before the next practice.
		void wipePractice().catch(() => undefined);
		setPhase(tab, undefined);
	}
	return createApp();
}

async function createPractice(tab: Storage, phase: 'new' | 'on'): Promise<App> {
	try {
		const { openPractice } = await import('./practice/practice-app.ts');
		if (phase === 'new') await wipePractice();
		const tools = { now, random, newId };
		const app = await openPractice({ tools, sleep, storage: navigator.storage, createEngine });
		setPhase(tab, 'on');
		document.addEventListener('visibilitychange', () => app.wake('visible'));
		const end = () => leaveFor(tab, 'over');
		// The invented person has no password to come back with.
		return Object.assign(app, {
			practice: { isOn: true, begin: () => Promise.resolve(), end },
			signOut: () => Promise.resolve(end())
		});
	} catch (error) {
		// The page says what is wrong; loaded again it is one for work.
		setPhase(tab, undefined);
		throw error;
	}
}

/** Another page of this tab begins where the app begins. */
function leaveFor(tab: Storage, phase: 'new' | 'over'): void {
	setPhase(tab, phase);
	location.assign('/');
}

async function createApp(): Promise<App> {
	// The offer comes early.
	const installation = new Installation(window);
	const hooks: DatabaseHooks = {};
	const device = new DeviceDatabase({}, hooks);
	const deviceId = await deviceIdOf(device, newId);
	const transport = createTransport({
		fetch: (...request) => fetch(...request),
		sleep,
		monotonicNow
	});
	// In development every change would have to be agreed to.
	const workers = import.meta.env.DEV ? undefined : navigator.serviceWorker;
	const update = new AppUpdate(workers && createWorkbox(), () => location.reload());
	let looked: Promise<void> | undefined;
	const look = () => (looked ??= checkForUpdate(update));
	const keep = createKeeping(workers, look);
	const app = new DeviceApp({
		device,
		deviceId,
		transport,
		tools: { now, random, newId },
		openDatabase: (nip, hooks) => new Database(nip, {}, hooks),
		createEngine: (nip, db, onStatus) => createEngine(db, { nip, deviceId, transport, onStatus }),
		update,
		installation,
		storage: navigator.storage,
		onSaved: createPersistence(navigator.storage),
		onLineLost: () => requestDelivery(navigator.serviceWorker),
		keepScreens: keep
	});
	hooks.onOutdated = () => app.markOutdated();
	await app.start();
	const remind = () =>
		void remindSoon({
			container: navigator.serviceWorker,
			session: () => app.session,
			now,
			sleep
		});
	listen(app, { update, remind });
	remind();
	void whenPageIsQuiet().then(() => {
		void look();
		// They are here, unless this browser has learnt to keep them since the sign-in.
		if (app.session) void keep();
		void requestNews(navigator.serviceWorker, navigator.permissions);
	});
	return Object.assign(app, { practice: offerPractice(keep) });
}

function offerPractice(keep: () => Promise<ScreensKept>): Practice {
	return {
		isOn: false,
		async begin() {
			// So that one can practise without a line, too.
			await Promise.race([keep(), sleep(KEEP_FOR_PRACTICE_MS)]);
			leaveFor(sessionStorage, 'new');
		},
		end: () => undefined
	};
}

async function checkForUpdate(update: AppUpdate): Promise<void> {
	// Without a line there is nothing newer to find; the next look will.
	await update.check(now()).catch(() => undefined);
}

/**
 * A worker in use is enough. Registering it again waits behind the browser's own look for a newer one, and
 * who signs in would wait too. A first one is registered and watched by the first look for an update, which
 * is not put off any longer then.
 */
function createKeeping(
	workers: ServiceWorkerContainer | undefined,
	look: () => Promise<void>
): () => Promise<ScreensKept> {
	const register =
		workers &&
		(async () => {
			const there = await workers.getRegistration(WORKER);
			return there?.active ? there : look().then(() => workers.register(WORKER));
		});
	const language = () => readChoice(() => localStorage, 'language');
	return () => keepScreens({ register, hasLine, sleep, language: language() });
}

const hasLine = () =>
	fetch(WORKER, { method: 'HEAD' }).then(
		({ ok }) => ok,
		// Whatever it was, the file can't be had now.
		() => false
	);

type EngineOf = {
	nip: Nip;
	deviceId: string;
	transport: Pick<Transport, 'sync'>;
	onStatus: (status: EngineStatus) => void;
};

function createEngine(db: Database, { nip, deviceId, transport, onStatus }: EngineOf): SyncEngine {
	const tools = { now, newId };
	return new SyncEngine({
		cycle: (signal) => runCycle(db, { transport, tools, person: nip, deviceId, signal }),
		withLock: createSyncLock(nip, navigator.locks),
		async hasWork() {
			const found = await storing(db, () => hasWork(db));
			return found.ok && found.value;
		},
		async firstPullMs() {
			const last = await storing(db, () => readLastSync(db));
			return firstPullMs(last.ok ? last.value : undefined, now(), random);
		},
		async askedToWaitMs() {
			const left = await storing(db, () => waitLeftMs(db, now()));
			return left.ok ? left.value : 0;
		},
		now,
		monotonicNow,
		random,
		sleep,
		onStatus(status) {
			onStatus(status);
			const { phase, failure, nextTryAt } = status;
			if (phase === 'waiting' && failure && nextTryAt !== undefined) void logRetry(db, nextTryAt);
		}
	});
}

type Woken = { readonly update: AppUpdate; readonly remind: () => void };

/** What may wake the app; all of it lives as long as the page. */
function listen(app: DeviceApp, { update, remind }: Woken): void {
	window.addEventListener('online', () => app.wake('online'));
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState !== 'visible') {
			// The page's timers sleep from now on.
			if (app.session?.sync.failure) requestDelivery(navigator.serviceWorker);
			return;
		}
		app.wake('visible');
		remind();
		void checkForUpdate(update);
	});
	navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (data !== 'wake') return;
		app.wake('message');
		remind();
	});
	setInterval(() => void app.session?.noticeClock(), NOTICE_CLOCK_EVERY_MS);
}
