/** Whether a person has met the tour on this device. */
import { type Nip } from '#lib/domain/nip.ts';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (nip: Nip): string => `tur.${nip}`;

export function hasSeenTour(store: Store, nip: Nip): boolean {
	return store.getItem(keyOf(nip)) !== null;
}

export function noteTourSeen(store: Store, nip: Nip): void {
	try {
		store.setItem(keyOf(nip), '1');
	} catch {
		// No room left: he meets it again, and nothing else is lost.
	}
}
