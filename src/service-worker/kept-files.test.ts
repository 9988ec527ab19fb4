import { expect, test } from 'vitest';
import { KeptFiles } from './kept-files.ts';

/** A browser's caches, and a line on which single files can fail. */
function aDevice() {
	const kept = new Map<string, Set<string>>();
	const fetched: string[] = [];
	const lost = new Set<string>();
	const open = (name: string) => {
		const paths = kept.get(name) ?? new Set();
		kept.set(name, paths);
		return Promise.resolve({
			keys: () => Promise.resolve([...paths].map((path) => ({ url: `http://app.test${path}` }))),
			match: (path: string) => Promise.resolve(paths.has(path) ? new Response(path) : undefined),
			delete: (path: string) => Promise.resolve(paths.delete(path)),
			add: async (path: string) => {
				await Promise.resolve();
				if (lost.has(path)) throw new TypeError('the line is lost');
				fetched.push(path);
				paths.add(path);
			}
		} as unknown as Cache); // the four things that are used of it
	};
	const store = { open, has: (name: string) => Promise.resolve(kept.has(name)) };
	return { store, fetched, lost, all: () => [...kept.values()].flatMap((paths) => [...paths]) };
}

test('screens are there once they were kept', async () => {
	const { store } = aDevice();
	const screens = new KeptFiles(store, 'screens', ['/s.js', '/s.css']);
	expect(await screens.find('/s.js')).toBeUndefined();
	await screens.keep();
	expect(await (await screens.find('/s.js'))?.text()).toBe('/s.js');
});

test('what has arrived is not fetched again after the line was lost', async () => {
	const { store, fetched, lost } = aDevice();
	const screens = new KeptFiles(store, 'screens', ['/s.js', '/s.css']);
	lost.add('/s.css');
	await expect(screens.keep()).rejects.toThrow();
	lost.clear();
	await screens.keep();
	await screens.keep();
	expect(fetched).toEqual(['/s.js', '/s.css']);
});

test('a newer version keeps its screens where somebody has signed in, and only there', async () => {
	const { store, fetched } = aDevice();
	await new KeptFiles(store, 'screens', ['/s2.js']).keepAgain();
	expect(fetched).toEqual([]);
	await new KeptFiles(store, 'screens', ['/s1.js']).keep();
	await new KeptFiles(store, 'screens', ['/s2.js']).keepAgain();
	expect(fetched).toEqual(['/s1.js', '/s2.js']);
});

test('a newer version is not installed without its screens', async () => {
	const { store, lost } = aDevice();
	await new KeptFiles(store, 'screens', ['/s1.js']).keep();
	lost.add('/s2.js');
	await expect(new KeptFiles(store, 'screens', ['/s2.js']).keepAgain()).rejects.toThrow();
});

test('the older version’s screens stay until the newer one takes over', async () => {
	const { store, all } = aDevice();
	await new KeptFiles(store, 'screens', ['/same.js', '/s1.js']).keep();
	const newer = new KeptFiles(store, 'screens', ['/same.js', '/s2.js']);
	await newer.keepAgain();
	expect(all()).toEqual(['/same.js', '/s1.js', '/s2.js']);
	await newer.dropOthers();
	expect(all()).toEqual(['/same.js', '/s2.js']);
});

test('where nobody has signed in, a take-over is no sign-in', async () => {
	const { store, fetched } = aDevice();
	const screens = new KeptFiles(store, 'screens', ['/s.js']);
	await screens.dropOthers();
	await screens.keepAgain();
	expect(fetched).toEqual([]);
});
