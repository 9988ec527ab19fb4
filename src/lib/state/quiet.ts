/** When what nobody waits for may begin: the first screen has the slow device and the narrow line to itself. */
import { createSleep, type Sleep } from '#lib/sync/deadline.ts';

/** The idle moments before are gaps between answers of the database. */
const SETTLE_MS = 1_000;
const AT_LATEST_MS = 3_000;

type Scope = {
	readonly document: Pick<Document, 'readyState'>;
	addEventListener(type: 'load', listener: () => void, options: { once: true }): void;
	/** Safari hasn't got it. */
	requestIdleCallback?(callback: () => void, options: { timeout: number }): unknown;
};

/** Resolves when the page has loaded, has settled, and has nothing to do. */
export async function whenQuiet(scope: Scope, sleep: Sleep): Promise<void> {
	if (scope.document.readyState !== 'complete')
		await new Promise<void>((resolve) =>
			scope.addEventListener('load', () => resolve(), { once: true })
		);
	await sleep(SETTLE_MS);
	await new Promise<void>((resolve) => {
		if (!scope.requestIdleCallback) return resolve();
		scope.requestIdleCallback(() => resolve(), { timeout: AT_LATEST_MS });
	});
}

export const whenPageIsQuiet = () => whenQuiet(window, createSleep(window));
