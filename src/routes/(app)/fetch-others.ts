import { preloadCode } from '$app/navigation';
import { resolve } from '$app/paths';
import { whenPageIsQuiet } from '#lib/state/quiet.ts';

/**
 * Brings and runs the program of the other screens once the first one is drawn, so that a first tap on one of
 * them needn't wait for it.
 */
export async function fetchOthers(): Promise<void> {
	await whenPageIsQuiet();
	// It can't be had now, for want of a line: the tap asks for it again.
	await preloadCode(resolve('/catat')).catch(() => undefined);
}
