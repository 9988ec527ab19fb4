import { expect, test } from 'vitest';
import { whenQuiet } from './quiet.ts';

function createPage(readyState: DocumentReadyState) {
	const log: string[] = [];
	const page = {
		log,
		load: () => {},
		idle: () => {},
		document: { readyState },
		addEventListener: (_type: 'load', listener: () => void) => {
			log.push('waits for load');
			page.load = listener;
		},
		requestIdleCallback: (callback: () => void) => {
			log.push('waits for idle');
			page.idle = callback;
		}
	};
	return page;
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

test('what nobody waits for begins after the load, a pause, and an idle moment', async () => {
	const page = createPage('loading');
	const sleep = () => {
		page.log.push('pauses');
		return Promise.resolve();
	};
	const quiet = whenQuiet(page, sleep).then(() => page.log.push('quiet'));
	await turn();
	expect(page.log).toEqual(['waits for load']);
	page.load();
	await turn();
	expect(page.log).toEqual(['waits for load', 'pauses', 'waits for idle']);
	page.idle();
	await quiet;
	expect(page.log.at(-1)).toBe('quiet');
});

test('a page that has loaded is not waited for', async () => {
	const page = createPage('complete');
	void whenQuiet(page, async () => {});
	await turn();
	expect(page.log).toEqual(['waits for idle']);
});

test('a browser without idle moments begins after the pause', async () => {
	const { document, addEventListener } = createPage('complete');
	await whenQuiet({ document, addEventListener }, async () => {});
});
