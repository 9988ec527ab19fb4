/**
 * The page's side of the second step of keeping the app (docs/decisions/006): the service worker keeps
 * every screen and says so, so that whoever is signed in can open all of them without a line.
 *
 * 1. The version in use is asked first. From then on a newer one keeps its screens when it is installed.
 * 2. A newer one that began before is asked too, or it would take over without them.
 */
import { type Sleep } from '#lib/sync/deadline.ts';
import { type Language } from './choices.ts';

/** `no-worker`: this browser keeps no app at all, and everything needs a line anyway. */
export type ScreensKept = 'kept' | 'no-worker' | 'failed';

export type KeepScreensParts = {
	/** Gives the worker there is, or a first one. None in private windows of some browsers. */
	readonly register: (() => Promise<ServiceWorkerRegistration>) | undefined;
	/** Whether the worker's file can be fetched now. */
	readonly hasLine: () => Promise<boolean>;
	readonly sleep: Sleep;
	/** Kept with the screens, or they could not be read without a line. */
	readonly language: Language;
};

/** Longer than the screens need on a line of 10 kbit/s. */
const KEEP_WITHIN_MS = 60_000;

/** Safe to call twice; what has arrived is not fetched again. */
export async function keepScreens(parts: KeepScreensParts): Promise<ScreensKept> {
	const done = new AbortController();
	const late = parts.sleep(KEEP_WITHIN_MS, done.signal).then(() => 'failed' as const);
	const kept = await Promise.race([keep(parts), late]);
	done.abort();
	return kept;
}

async function keep({ register, hasLine, language }: KeepScreensParts): Promise<ScreensKept> {
	if (!register) return 'no-worker';
	// Browsers refuse alike when the line is lost and when they can't run the worker.
	const registration = await register().catch(() => undefined);
	if (!registration) return (await hasLine()) ? 'no-worker' : 'failed';
	const worker = registration.active ?? registration.waiting ?? registration.installing;
	if (!worker || (await becomes(worker, ['activating', 'activated', 'redundant'])) === 'redundant')
		return 'failed';
	const asking = (one: ServiceWorker) => hasKept(one, language);
	return (await asking(worker)) && (await haveNewerKept(registration, worker, asking))
		? 'kept'
		: 'failed';
}

async function haveNewerKept(
	{ waiting, installing }: ServiceWorkerRegistration,
	asked: ServiceWorker,
	asking: (worker: ServiceWorker) => Promise<boolean>
): Promise<boolean> {
	const found = [waiting, installing].filter((worker) => worker !== null);
	const newer = found.filter((worker) => worker !== asked);
	const kept = await Promise.all(
		newer.map((worker) =>
			// One that gives up never takes over.
			Promise.race([asking(worker), becomes(worker, ['redundant']).then(() => true)])
		)
	);
	return kept.every(Boolean);
}

function hasKept(worker: ServiceWorker, language: Language): Promise<boolean> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = ({ data }: MessageEvent<unknown>) => {
			port1.close();
			resolve(data === true);
		};
		worker.postMessage({ type: 'KEEP_SCREENS', language }, [port2]);
	});
}

function becomes(
	worker: ServiceWorker,
	states: readonly ServiceWorkerState[]
): Promise<ServiceWorkerState> {
	return new Promise((resolve) => {
		const look = () => {
			if (!states.includes(worker.state)) return;
			worker.removeEventListener('statechange', look);
			resolve(worker.state);
		};
		worker.addEventListener('statechange', look);
		look();
	});
}
