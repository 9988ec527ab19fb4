import { describe, expect, test } from 'vitest';
import { createVirtualTime } from '#tests/support/virtual-time.ts';
import { keepScreens, type KeepScreensParts } from './keep-screens.ts';

/** A worker that answers `isKept`, or never. */
function aWorker(state: ServiceWorkerState, isKept?: boolean) {
	const asked: unknown[] = [];
	const worker = Object.assign(new EventTarget(), {
		state,
		asked,
		postMessage(message: unknown, [port]: [MessagePort]) {
			asked.push(message);
			if (isKept !== undefined) port.postMessage(isKept);
		},
		become(next: ServiceWorkerState) {
			worker.state = next;
			worker.dispatchEvent(new Event('statechange'));
		}
	});
	return worker;
}

type Worker = ReturnType<typeof aWorker>;
type Workers = { active?: Worker; waiting?: Worker; installing?: Worker };

function keepWith(workers: Workers, parts: Partial<KeepScreensParts> = {}) {
	const registration = { active: null, waiting: null, installing: null, ...workers };
	return keepScreens({
		register: () => Promise.resolve(registration as unknown as ServiceWorkerRegistration),
		hasLine: () => Promise.resolve(true),
		sleep: createVirtualTime(0).sleep,
		language: 'id',
		...parts
	});
}

describe('keepScreens', () => {
	test('the version in use says that every screen is kept', async () => {
		const active = aWorker('activated', true);
		expect(await keepWith({ active })).toBe('kept');
		expect(active.asked).toEqual([{ type: 'KEEP_SCREENS', language: 'id' }]);
	});

	test('the worker is told in which language they are read', async () => {
		const active = aWorker('activated', true);
		await keepWith({ active }, { language: 'en' });
		expect(active.asked).toEqual([{ type: 'KEEP_SCREENS', language: 'en' }]);
	});

	test('it fails when the worker could not fetch them', async () => {
		expect(await keepWith({ active: aWorker('activated', false) })).toBe('failed');
	});

	test('a first worker is asked once it is installed', async () => {
		const installing = aWorker('installing', true);
		const kept = keepWith({ installing });
		await Promise.resolve();
		expect(installing.asked).toEqual([]);
		installing.become('activated');
		expect(await kept).toBe('kept');
	});

	test('a first worker whose install fails keeps nothing', async () => {
		const installing = aWorker('installing', true);
		const kept = keepWith({ installing });
		installing.become('redundant');
		expect(await kept).toBe('failed');
	});

	test('a newer version that waits must keep its screens too', async () => {
		const active = aWorker('activated', true);
		expect(await keepWith({ active, waiting: aWorker('installed', false) })).toBe('failed');
		expect(await keepWith({ active, waiting: aWorker('installed', true) })).toBe('kept');
	});

	test('a newer version that gives up is not waited for', async () => {
		const installing = aWorker('installing');
		const kept = keepWith({ active: aWorker('activated', true), installing });
		installing.become('redundant');
		expect(await kept).toBe('kept');
	});

	test('a worker that never answers is given up after a minute', async () => {
		const time = createVirtualTime(0);
		const kept = keepWith({ active: aWorker('activated') }, { sleep: time.sleep });
		await time.advance(60_000);
		expect(await kept).toBe('failed');
	});
});

describe('without a worker', () => {
	const register = () => Promise.reject(new TypeError('refused'));

	test('where browsers have none, nothing is kept', async () => {
		expect(await keepWith({}, { register: undefined })).toBe('no-worker');
	});

	test('a browser that can’t run it is told from a lost line', async () => {
		expect(await keepWith({}, { register })).toBe('no-worker');
		const hasLine = () => Promise.resolve(false);
		expect(await keepWith({}, { register, hasLine })).toBe('failed');
	});
});
