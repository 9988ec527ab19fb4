import { giveUpTransactions } from '#lib/db/open-transactions.ts';

/**
 * Gives up what is open in the databases when the page is left and kept to go back to. Whoever does finds it
 * begun anew, if it had waited for them.
 */
export function giveUpWhenLeft(page: Pick<Window, 'addEventListener' | 'location'>): void {
	let givenUp = 0;
	page.addEventListener('pagehide', ({ persisted }) => {
		// A page that isn't kept ends by itself, and what it was writing may still be written.
		givenUp = persisted ? giveUpTransactions() : 0;
	});
	page.addEventListener('pageshow', ({ persisted }) => {
		if (persisted && givenUp > 0) page.location.reload();
	});
}
