/**
 * The notification about empty workdays, from the pages' side: whether this browser can, whether the
 * person wants it here, and looking when the app wakes. With the app closed the worker looks
 * (service-worker/remind.ts), as often as the browser rings its alarm.
 */
import { dropReminder, readReminder, writeReminder } from '#lib/db/meta.ts';
import { remind } from '#lib/db/remind.ts';
import { type StorageFailure, storing } from '#lib/db/storage-failure.ts';
import { type Result } from '#lib/domain/result.ts';
import { type Session } from './session.svelte.ts';

/** `blocked`: only the browser's own settings help. */
export type Reminders = 'unsupported' | 'blocked' | 'off' | 'on';

type Scope = {
	readonly Notification?: Pick<typeof Notification, 'permission' | 'requestPermission'>;
	readonly ServiceWorkerRegistration?: { readonly prototype: object };
	readonly navigator: object;
};

/** How it stands; switched on counts for nothing once the browser no longer allows it. */
export function remindersIn(scope: Scope, isWanted: boolean): Reminders {
	const { Notification, ServiceWorkerRegistration, navigator } = scope;
	const canShow = 'showNotification' in (ServiceWorkerRegistration?.prototype ?? {});
	if (!Notification || !canShow || !('serviceWorker' in navigator)) return 'unsupported';
	if (Notification.permission === 'denied') return 'blocked';
	return isWanted && Notification.permission === 'granted' ? 'on' : 'off';
}

/** Must be called from a tap: it asks the browser, which asks the person. */
export async function turnOnReminders(
	scope: Scope,
	{ db }: Pick<Session, 'db'>,
	words: string
): Promise<Result<'granted' | 'denied' | 'default', StorageFailure>> {
	const permission = (await scope.Notification?.requestPermission()) ?? 'denied';
	return storing(db, async () => {
		if (permission === 'granted') await writeReminder(db, { ...(await readReminder(db)), words });
		return permission;
	});
}

export function turnOffReminders({
	db
}: Pick<Session, 'db'>): Promise<Result<void, StorageFailure>> {
	return storing(db, () => dropReminder(db));
}

/** In another language the worker needs other words. */
export async function keepReminderWords({ db }: Pick<Session, 'db'>, words: string): Promise<void> {
	await storing(db, async () => {
		const reminder = await readReminder(db);
		if (reminder && reminder.words !== words) await writeReminder(db, { ...reminder, words });
	});
}

/** What other devices have recorded arrives first, if there is a line. */
const SETTLE_MS = 3_000;

type Waking = {
	readonly container: Pick<ServiceWorkerContainer, 'getRegistration'> | undefined;
	readonly session: () => Session | undefined;
	readonly now: () => number;
	readonly sleep: (ms: number) => Promise<unknown>;
};

/** After the app has woken. Safe to call often. */
export async function remindSoon({ container, session, now, sleep }: Waking): Promise<void> {
	do await sleep(SETTLE_MS);
	while (session()?.sync.phase === 'syncing');
	const person = session();
	if (!person || globalThis.Notification?.permission !== 'granted') return;
	const registration = await container?.getRegistration();
	if (!registration) return;
	await storing(person.db, () =>
		remind(person.db, {
			nip: person.nip,
			deviceNow: now(),
			show: (words, options) => registration.showNotification(words, options)
		})
	);
}
