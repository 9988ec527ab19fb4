import { expect, test } from 'vitest';
import { Home, staticRoutes } from './home.ts';

/** A browser's caches, by name, with the addresses in each. */
function aDevice(names: string[] = []) {
	const kept = new Map<string, string[]>(names.map((name) => [name, []]));
	const open = (name: string) => {
		kept.set(name, kept.get(name) ?? []);
		return Promise.resolve({
			put: (path: string) => Promise.resolve(void kept.get(name)?.push(path)),
			match: (path: string) =>
				Promise.resolve(kept.get(name)?.includes(path) ? new Response('page') : undefined)
		} as unknown as Cache); // the two things that are used of it
	};
	const store = {
		open,
		keys: () => Promise.resolve([...kept.keys()]),
		delete: (name: string) => Promise.resolve(kept.delete(name))
	};
	return { store, kept };
}

test('the page is kept under the address with which the app opens, for its own version', async () => {
	const { store, kept } = aDevice();
	const home = new Home(store, '7');
	expect(await home.find()).toBeUndefined();
	await home.keep('/shell', () => Promise.resolve(new Response('page')));
	expect([...kept]).toEqual([['home-7', ['/']]]);
	expect(await (await home.find())?.text()).toBe('page');
});

test('a worker that could not keep the page does not take over', async () => {
	const { store, kept } = aDevice();
	const busy = () => Promise.resolve(new Response('', { status: 503 }));
	await expect(new Home(store, '7').keep('/shell', busy)).rejects.toThrow('503');
	expect([...kept]).toEqual([]);
});

test('pages of other versions go, and nothing else', async () => {
	const { store, kept } = aDevice(['home-6', 'home-7', 'screens']);
	await new Home(store, '7').dropOthers();
	expect([...kept.keys()]).toEqual(['home-7', 'screens']);
});

test('only the bare address is answered from the page; one with a question goes by the worker', () => {
	const [first, , last] = staticRoutes('', 'home-7');
	expect(first?.condition.urlPattern).toEqual({ pathname: '/', search: '' });
	expect(first?.source).toEqual({ cacheName: 'home-7' });
	expect(last).toEqual({ condition: { requestMode: 'navigate' }, source: 'fetch-event' });
});
