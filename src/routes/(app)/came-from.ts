/** From where a person came to an entry, for the way back. */
import { type NavigationTarget } from '@sveltejs/kit';

/** Screens that list entries; from the others, as the form, nobody wants to go back to them. */
const LISTS: ReadonlySet<string | null> = new Set([
	'/(app)',
	'/(app)/perhatian',
	'/(app)/pengiriman',
	'/(app)/pengiriman/bukti',
	'/(app)/riwayat',
	'/(app)/tim',
	'/(app)/tim/hari'
]);

/** The address of the list the person came from, which is then the page before this one; nothing when it was no list. */
export function listBefore(
	from: Pick<NavigationTarget, 'route' | 'url'> | null
): string | undefined {
	if (!from || !LISTS.has(from.route.id)) return undefined;
	return from.url.pathname + from.url.search;
}
