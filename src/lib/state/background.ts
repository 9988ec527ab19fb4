/**
 * Extra alarms where the browser has them (Chromium): it wakes the service worker when the line is
 * back, or now and then, even with the app closed. Nothing depends on them.
 */
const DELIVER_TAG = 'deliver';
const NEWS_TAG = 'news';
const NEWS_EVERY_MS = 4 * 3_600_000;

/** Not in TypeScript's library, because only Chromium has them. */
type Alarms = {
	readonly sync?: { register(tag: string): Promise<void> };
	readonly periodicSync?: {
		register(tag: string, options: { minInterval: number }): Promise<void>;
	};
};

type Container = Pick<ServiceWorkerContainer, 'getRegistration'>;

let isRefused = false;

/** Whether the browser delivers by itself while the app is closed; it may have said no. */
export function deliversWhenClosed(): boolean {
	return (
		!isRefused &&
		typeof ServiceWorkerRegistration !== 'undefined' &&
		'sync' in ServiceWorkerRegistration.prototype
	);
}

export function requestDelivery(container: Container | undefined): void {
	void register(container, ({ sync }) => sync?.register(DELIVER_TAG)).then(
		(isDone) => (isRefused = !isDone)
	);
}

/** Only where the browser lets this app: it decides by itself, nobody is asked. */
export async function requestNews(
	container: Container | undefined,
	permissions: Pick<Permissions, 'query'> | undefined
): Promise<void> {
	if (!(await newsComesWhenClosed(permissions))) return;
	await register(container, ({ periodicSync }) =>
		periodicSync?.register(NEWS_TAG, { minInterval: NEWS_EVERY_MS })
	);
}

/** Whether the browser wakes the worker now and then while the app is closed. */
export async function newsComesWhenClosed(
	permissions: Pick<Permissions, 'query'> | undefined
): Promise<boolean> {
	try {
		// TypeScript's library doesn't know the name, because only Chromium does.
		const name = 'periodic-background-sync' as PermissionName;
		return (await permissions?.query({ name }))?.state === 'granted';
	} catch {
		// A browser that doesn't know the name doesn't have the alarm.
		return false;
	}
}

async function register(
	container: Container | undefined,
	ask: (alarms: Alarms) => Promise<void> | undefined
): Promise<boolean> {
	try {
		const registration = await container?.getRegistration();
		if (registration) await ask(registration as Alarms);
		return Boolean(registration);
	} catch {
		// The browser or the person said no; the engine's own timer goes on.
		return false;
	}
}
