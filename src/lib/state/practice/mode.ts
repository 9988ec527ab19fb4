/**
 * Whether this tab practises. A page is opened either for work or for practice and never changes: to
 * begin and to end means to load the page anew, so no object of the one ever meets the other.
 *
 *     begin ──▶ new ──opened──▶ on ──end──▶ over ──wiped──▶ (nothing)
 *
 * The mark belongs to the tab alone, and what is practised lies in databases of its own.
 */
import { Dexie } from 'dexie';
import { databaseName } from '#lib/db/database.ts';
import { type Nip } from '#lib/domain/nip.ts';

/** Nobody is born on day 0 of month 0, so it can't be anybody's number. */
export const PRACTICE_NIP: Nip = '000000000000000000';
export const PRACTICE_DEVICE = 'ekinerja-latihan';

const KEY = 'latihan';
type Phase = 'new' | 'on' | 'over';

/** What pages see of it. */
export interface Practice {
	readonly isOn: boolean;
	/** Leaves this page for one that practises. */
	begin(): Promise<void>;
	/** Leaves practice; what was invented is wiped. */
	end(): void;
}

type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const phaseOf = (tab: TabStorage): Phase | undefined =>
	(tab.getItem(KEY) as Phase | null) ?? undefined;

export function setPhase(tab: TabStorage, phase: Phase | undefined): void {
	if (phase === undefined) tab.removeItem(KEY);
	else tab.setItem(KEY, phase);
}

/** Removes everything that was practised on this device. */
export async function wipePractice(): Promise<void> {
	await Promise.all(
		[PRACTICE_DEVICE, databaseName(PRACTICE_NIP)].map((name) => Dexie.delete(name))
	);
}
