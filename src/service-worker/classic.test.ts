import { describe, expect, test, vi } from 'vitest';
import {
	expecting,
	type Module,
	pageOf,
	REGISTRY,
	type registry,
	running,
	scriptOf
} from './classic.ts';

type Scope = Parameters<typeof registry>[0];
type Tag = ReturnType<NonNullable<Scope['document']>['createElement']>;

const tell = (event: unknown) => (event as () => void)();

const aModule = (name: string, code: string, now = 0, later = 0): Module => ({
	name,
	code,
	needs: { now, later }
});

/**
 * A page or a worker: runs scripts as a browser would. `fetched` are those a page was asked to fetch,
 * `tasks` what it was asked to do later.
 */
function aScope() {
	const fetched: Tag[] = [];
	const tasks: unknown[] = [];
	const document = {
		createElement: (): Tag => ({ src: '', onload: undefined, onerror: undefined, remove: vi.fn() }),
		head: { append: (tag: Tag) => void fetched.push(tag) }
	};
	const scope: Scope = {
		document,
		setTimeout: (task) => {
			tasks.push(task);
			return setTimeout(task);
		}
	};
	const run = (text: string) => {
		// eslint-disable-next-line @typescript-eslint/no-implied-eval -- what a script tag does
		new Function('self', `const self_=self;${text.replaceAll('ekinerja.', 'self_.ekinerja.')}`)(
			scope
		);
	};
	run(REGISTRY);
	return { run, fetched, tasks, registry: scope.ekinerja! };
}

describe('a script of modules', () => {
	test('each is run once, when it is first needed, with what it needs', () => {
		const { run, registry } = aScope();
		run(
			scriptOf([
				aModule('b.js', 'const a=require("./deep/a.js");exports.b=a.a+1', 1),
				aModule('a.js', 'exports.a=(globalThis.runs=(globalThis.runs??0)+1)')
			])
		);
		expect(registry.need('b.js')).toEqual({ b: 2 });
		expect(registry.need('a.js')).toBe(registry.need('a.js'));
		expect(Reflect.get(globalThis, 'runs')).toBe(1);
		Reflect.deleteProperty(globalThis, 'runs');
	});

	test('what every page needs is run as soon as it is here', () => {
		const { run, registry } = aScope();
		run(scriptOf([aModule('a.js', 'exports.a=globalThis.early')]) + 'globalThis.early=1;');
		run(running('a.js') + 'globalThis.early=2;');
		expect(registry.need('a.js')).toEqual({ a: 1 });
		Reflect.deleteProperty(globalThis, 'early');
	});

	test('what a module has not said yet is there when it is asked for later', () => {
		const { run, registry } = aScope();
		const circle = 'const b=require("b.js");exports.a=1;exports.ask=()=>b.b';
		run(
			scriptOf([
				aModule('a.js', circle, 1),
				aModule('b.js', 'const a=require("a.js");exports.b=2', 1)
			])
		);
		expect((registry.need('a.js') as { ask(): number }).ask()).toBe(2);
	});

	test('a need that was not found is a mistake of the build', () => {
		expect(() => scriptOf([aModule('a.js', 'require(name)', 1)])).toThrow('a.js');
		expect(() => scriptOf([aModule('a.js', 'import(name)', 0, 1)])).toThrow('a.js');
	});

	test('a module nobody has sent is said by its name', () => {
		expect(() => aScope().registry.need('gone.js')).toThrow('gone.js');
	});
});

describe('what comes later', () => {
	const loading = aModule('app.js', 'exports.open=()=>import(`../nodes/3.js`)', 0, 1);
	const open = ({ registry }: ReturnType<typeof aScope>) =>
		(registry.need('app.js') as { open(): Promise<unknown> }).open();

	test('is fetched once, in one script', async () => {
		const scope = aScope();
		scope.run(
			expecting([{ names: ['3.js', '4.js'], scripts: ['/screens.js'] }]) + scriptOf([loading])
		);
		const opened = Promise.all([open(scope), open(scope), scope.registry.load('4.js')]);
		expect(scope.fetched.map(({ src }) => src)).toEqual(['/screens.js']);
		scope.run(scriptOf([aModule('3.js', 'exports.three=3'), aModule('4.js', 'exports.four=4')]));
		tell(scope.fetched[0]?.onload);
		expect(await opened).toEqual([{ three: 3 }, { three: 3 }, { four: 4 }]);
	});

	test('is run in a task of its own, and at once when it was run before', async () => {
		const { run, tasks, registry } = aScope();
		run(scriptOf([aModule('a.js', 'exports.a=globalThis.ran=1')]));
		const loaded = registry.load('a.js');
		await Promise.resolve();
		expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
		await loaded;
		expect(Reflect.get(globalThis, 'ran')).toBe(1);
		await registry.load('a.js');
		expect(tasks).toHaveLength(1);
		Reflect.deleteProperty(globalThis, 'ran');
	});

	test('waits for every script it needs, whichever comes first', async () => {
		const scope = aScope();
		const later = [{ names: ['3.js'], scripts: ['/today.js', '/screens.js'] }];
		scope.run(expecting(later) + scriptOf([loading]));
		const opened = open(scope);
		expect(scope.fetched.map(({ src }) => src)).toEqual(['/today.js', '/screens.js']);
		scope.run(scriptOf([aModule('3.js', 'exports.three=require("frame.js").frame+2', 1)]));
		tell(scope.fetched[1]?.onload);
		await new Promise((resolve) => setTimeout(resolve));
		const again = open(scope);
		scope.run(scriptOf([aModule('frame.js', 'exports.frame=1')]));
		tell(scope.fetched[0]?.onload);
		expect(await Promise.all([opened, again])).toEqual([{ three: 3 }, { three: 3 }]);
	});

	test('is asked for again after the line was lost', async () => {
		const scope = aScope();
		scope.run(expecting([{ names: ['3.js'], scripts: ['/screens.js'] }]) + scriptOf([loading]));
		const failed = open(scope);
		tell(scope.fetched[0]?.onerror);
		await expect(failed).rejects.toThrow('/screens.js');
		const opened = open(scope);
		expect(scope.fetched).toHaveLength(2);
		scope.run(scriptOf([aModule('3.js', 'exports.three=3')]));
		tell(scope.fetched[1]?.onload);
		expect(await opened).toEqual({ three: 3 });
	});
});

const PAGE = `<head><script>early([/* today */].concat([/* the other screens */]))</script>
	<link href="/a.js" rel="modulepreload"><link href="/a.css" rel="stylesheet"></head>
	<div id="app"><script>Promise.all([import("/e/start.js"), import("/e/app.js")])</script></div>`;

test('the first page fetches scripts, and starts from what they brought', () => {
	const page = pageOf(PAGE, {
		scripts: ['/device.js', '/app.js'],
		today: ['/today.js', '/today.css'],
		screens: ['/screens.js']
	});
	expect(page).not.toContain('modulepreload');
	expect(page).toContain('href="/a.css"');
	expect(page).toContain('early(["/today.js","/today.css"].concat(["/screens.js"]))');
	expect(page).toContain('Promise.all([ekinerja.load("start.js"), ekinerja.load("app.js")])');
	expect(page.indexOf('src="/app.js"')).toBeLessThan(page.indexOf('id="app"'));
	expect(page.indexOf('src="/device.js"')).toBeLessThan(page.indexOf('src="/app.js"'));
});

test.each([
	['entries', '<div id="app"></div>'],
	['today', PAGE.replace('/* today */', '')],
	['other screens', PAGE.replace('/* the other screens */', '')]
])('a page that Kit writes otherwise is a mistake of the build: %s', (named, page) => {
	expect(() => pageOf(page, { scripts: [], today: [], screens: [] })).toThrow(named);
});
