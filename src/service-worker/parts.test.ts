import { describe, expect, test } from 'vitest';
import { chunkOf, firstStep, type Manifest, partOf, scriptsOf } from './parts.ts';

const SRC = '/project/src';
const PAGES = '/project/.svelte-kit/generated/client-optimized/nodes';

/** Who imports what, as a build would tell it. */
const IMPORTS: Record<string, string[]> = {
	'/project/app.js': [`${PAGES}/0.js`, `${PAGES}/1.js`, `${PAGES}/2.js`],
	[`${PAGES}/0.js`]: [`${SRC}/routes/+layout.svelte`],
	[`${PAGES}/1.js`]: [`${SRC}/routes/masuk/+page.svelte`],
	[`${PAGES}/2.js`]: [`${SRC}/routes/(app)/catat/+page.svelte`],
	[`${SRC}/routes/masuk/+page.svelte`]: ['/field', '/svelte'],
	[`${SRC}/routes/(app)/catat/+page.svelte`]: ['/field', '/card', '/svelte', '/database'],
	'/card': ['/badge'],
	[`${PAGES}/3.js`]: [`${SRC}/routes/(app)/+page.svelte`],
	[`${SRC}/routes/(app)/+page.svelte`]: [`${SRC}/routes/(app)/WeekStrip.svelte`, '/svelte'],
	[`${SRC}/routes/(app)/riwayat/+page.svelte`]: [`${SRC}/routes/(app)/WeekStrip.svelte`],
	[`${SRC}/routes/(app)/WeekStrip.svelte`]: ['/sign'],
	[`${SRC}/routes/+layout.svelte`]: [`${SRC}/lib/state/practice/practice-app.ts`],
	[`${SRC}/lib/state/practice/practice-app.ts`]: ['/invented', '/svelte', '/database'],
	'/language': [`${SRC}/lib/ui/messages/en.ts`, '/svelte'],
	[`${SRC}/lib/ui/messages/en.ts`]: [`${SRC}/lib/ui/messages/en/when.ts`],
	[`${SRC}/lib/ui/messages/en/when.ts`]: ['/day'],
	[`${SRC}/service-worker/alarms.ts`]: ['/wake'],
	'/wake': ['/database'],
	'/database': ['/dexie']
};
const importersOf = (id: string) => Object.keys(IMPORTS).filter((by) => IMPORTS[by]?.includes(id));

describe('partOf', () => {
	test.each([
		['/dexie', 'device'],
		['/wake', 'device'],
		['/svelte', 'app'],
		['/field', 'app'],
		['/project/app.js', 'app'],
		[`${SRC}/routes/masuk/+page.svelte`, 'app'],
		[`${SRC}/routes/(app)/catat/+page.svelte`, 'screens'],
		[`${SRC}/routes/(app)/+page.svelte`, 'today'],
		[`${SRC}/routes/(app)/WeekStrip.svelte`, 'today'],
		['/sign', 'today'],
		[`${SRC}/routes/(app)/riwayat/+page.svelte`, 'screens'],
		['/card', 'screens'],
		['/badge', 'screens'],
		[`${SRC}/lib/state/practice/practice-app.ts`, 'screens'],
		['/invented', 'screens'],
		[`${SRC}/lib/ui/messages/en.ts`, null],
		[`${SRC}/lib/ui/messages/en/when.ts`, null],
		['/day', 'app'],
		[`${PAGES}/2.js`, null],
		[`${SRC}/service-worker/alarms.ts`, null]
	])('%s is part of: %s', (id, part) => {
		expect(partOf(id, importersOf)).toBe(part);
	});

	test('a circle of imports has an end', () => {
		const circle = (id: string) => (id === '/a' ? ['/b'] : id === '/b' ? ['/a', '/c'] : []);
		expect(partOf('/a', circle)).toBe('app');
	});
});

const MANIFEST: Manifest = {
	'app.js': { file: 'app.1.js', name: 'entry/app', imports: ['_app.js'] },
	'_app.js': { file: 'a.js', name: 'app', imports: ['_device.js'], css: ['a.css'] },
	'_device.js': { file: 'd.js', name: 'device', imports: ['_runtime.js'] },
	'_runtime.js': { file: 'r.js', name: 'rolldown-runtime' },
	'_a.css': { file: 'a.css' },
	'_today.js': { file: 't.js', name: 'today', imports: ['_app.js'], css: ['t.css'] },
	'_t.css': { file: 't.css' },
	'_screens.js': {
		file: 's.js',
		name: 'screens',
		imports: ['_app.js', '_today.js'],
		css: ['s.css']
	},
	'src/lib/ui/messages/en.ts': { file: 'e.js', name: 'en', imports: ['_device.js'] },
	'src/service-worker/alarms.ts': { file: 'w.js', name: 'alarms', imports: ['_device.js'] },
	'nodes/0.js': { file: 'n0.js', name: 'nodes/0', imports: ['_app.js'], css: ['a.css'] },
	'nodes/2.js': { file: 'n2.js', name: 'nodes/2', imports: ['_screens.js', '_app.js'] },
	'nodes/3.js': { file: 'n3.js', name: 'nodes/3', imports: ['_screens.js'], css: ['s.css'] },
	'nodes/4.js': { file: 'n4.js', name: 'nodes/4', imports: ['_today.js'], css: ['t.css'] }
};

test('every file of a build belongs to one script, styles to those who name them', () => {
	expect(scriptsOf(MANIFEST)).toEqual({
		device: { modules: ['d.js', 'r.js'], styles: [] },
		app: { modules: ['app.1.js', 'a.js', 'n0.js'], styles: ['a.css'] },
		today: { modules: ['t.js', 'n4.js'], styles: ['t.css'] },
		screens: { modules: ['s.js', 'n2.js', 'n3.js'], styles: ['s.css'] },
		english: { modules: ['e.js'], styles: [] },
		alarms: { modules: ['w.js'], styles: [] }
	});
});

test('a build without screens is a mistake', () => {
	const { 'nodes/2.js': _2, 'nodes/3.js': _3, '_screens.js': _s, ...rest } = MANIFEST;
	expect(() => scriptsOf(rest)).toThrow('screens');
});

test('what the files of a part share is a file by its name', () => {
	expect(chunkOf('device', MANIFEST)).toBe('d.js');
	const { '_device.js': _d, ...rest } = MANIFEST;
	expect(() => chunkOf('device', rest)).toThrow('device');
});

test('at install everything is kept but pictures for a home screen', () => {
	const files = ['/a.js', '/a.css', '/icon.svg', '/icon-192.png', '/shell'];
	expect(firstStep(files)).toEqual(['/a.js', '/a.css', '/icon.svg', '/shell']);
});
