/**
 * The built app as classic scripts. Chromium keeps the compiled code of classic scripts from one opening to
 * the next, and not that of module scripts: on a slow phone compiling was a fifth of opening the app. Older
 * browsers, too, run classic workers only. See docs/decisions/011.
 *
 * Each module of the build becomes a function that is registered under the name of its file and run when
 * it is first needed; several of them travel in one script. What is said here is text for the build
 * (vite.config.ts); {@link registry} alone runs in pages and in the worker.
 */

/** A module as it was built, already in the form `function (exports, require, load)` expects. */
export type Module = {
	/** The name of its file. */
	readonly name: string;
	readonly code: string;
	/** How many modules it needs at once, and how many later. */
	readonly needs: { readonly now: number; readonly later: number };
};

type Make = (
	exports: object,
	require: (name: string) => object,
	load: (name: string) => Promise<object>
) => void;

type Registry = {
	define(modules: Readonly<Record<string, Make>>): void;
	/** Says which scripts have to be here before a module is run. */
	expect(files: Readonly<Record<string, readonly string[]>>): void;
	/** What a module gives out. Throws when its script isn't here. */
	need(name: string): object;
	/** The same, after its scripts were fetched. One that could not be fetched is asked for again the next time. */
	load(name: string): Promise<object>;
};

/** What is used of a page; a worker has none. The worker's types don't know pages. */
type Tag = { src: string; onload: unknown; onerror: unknown; remove(): void };
type Page = { createElement(name: 'script'): Tag; readonly head: { append(tag: Tag): void } };
type Scope = {
	ekinerja?: Registry;
	readonly document?: Page;
	setTimeout(run: (value: unknown) => void): unknown;
};

/** Text of it runs in pages and in the worker, so it uses nothing from outside itself. */
export function registry(scope: Scope): void {
	const makers = new Map<string, Make>();
	const made = new Map<string, object>();
	const files = new Map<string, readonly string[]>();
	const coming = new Map<string, Promise<void>>();

	const fetchScript = (file: string) =>
		new Promise<void>((resolve, reject) => {
			const script = scope.document!.createElement('script');
			script.src = file;
			script.onload = () => resolve();
			script.onerror = () => {
				coming.delete(file);
				script.remove();
				reject(new TypeError(`${file} can't be had`));
			};
			scope.document!.head.append(script);
		});
	const bring = (file: string) => {
		const arrival = coming.get(file) ?? fetchScript(file);
		coming.set(file, arrival);
		return arrival;
	};
	const need = (name: string): object => {
		const known = made.get(name);
		if (known) return known;
		const make = makers.get(name);
		if (!make) throw new Error(`no module ${name}`);
		const exports = {};
		made.set(name, exports);
		make(exports, need, load);
		return exports;
	};
	const load = async (name: string) => {
		await Promise.all((files.get(name) ?? []).map(bring));
		// Each by itself, so that what was tapped meanwhile is answered in between.
		if (!made.has(name)) await new Promise((resolve) => scope.setTimeout(resolve));
		return need(name);
	};
	scope.ekinerja = {
		define: (modules) => Object.entries(modules).forEach(([name, make]) => makers.set(name, make)),
		expect: (all) => Object.entries(all).forEach(([name, file]) => files.set(name, file)),
		need,
		load
	};
}

export const REGISTRY = `(${registry.toString()})(self);`;

/** Text that runs a module as soon as its script is here, instead of when it is first needed. */
export const running = (name: string) => `ekinerja.need(${JSON.stringify(name)});`;

/** One script with several modules. */
export function scriptOf(modules: readonly Module[]): string {
	// In brackets, so that it is compiled at once: it is run in a moment.
	const made = modules.map(
		(module) =>
			`${JSON.stringify(module.name)}:(function(exports,require,load){${byName(module)}\n})`
	);
	return `"use strict";ekinerja.define({${made.join(',')}});`;
}

/** Modules that come later, by their names, and the scripts they need. */
export type Later = { readonly names: readonly string[]; readonly scripts: readonly string[] };

/** Tells where modules are that come later. */
export function expecting(later: readonly Later[]): string {
	const files = later.flatMap(({ names, scripts }) => names.map((name) => [name, scripts]));
	return `ekinerja.expect(${JSON.stringify(Object.fromEntries(files))});`;
}

/** Paths to other modules become their names. Throws when not every one was found. */
function byName({ name, code, needs }: Module): string {
	let now = 0;
	let later = 0;
	const named = code
		.replace(/\brequire\((["'`])[^"'`]*?([^"'`/]+)\1\)/g, (_all, _quote, file: string) => {
			now += 1;
			return `require(${JSON.stringify(file)})`;
		})
		.replace(/\bimport\((["'`])[^"'`]*?([^"'`/]+)\1\)/g, (_all, _quote, file: string) => {
			later += 1;
			return `load(${JSON.stringify(file)})`;
		});
	if (now !== needs.now || later < needs.later)
		throw new Error(`${name} needs ${needs.now} and ${needs.later}, found ${now} and ${later}`);
	return named;
}

/** Where `app.html` names what it fetches early for who is signed in; there are no files in development. */
const EARLY = { today: '/* today */', screens: '/* the other screens */' };

type FirstPage = { readonly scripts: readonly string[] } & Readonly<
	Record<keyof typeof EARLY, readonly string[]>
>;

/** The first page: scripts instead of modules. Throws when it isn't as Kit and `app.html` write it. */
export function pageOf(html: string, { scripts, today, screens }: FirstPage): string {
	const entries = /\bimport\("[^"]*\/([^"/]+\.js)"\)/g;
	if ((html.match(entries) ?? []).length !== 2) throw new Error('a page has two entries');
	for (const place of Object.values(EARLY))
		if (!html.includes(place)) throw new Error(`a page has ${place}`);
	const named = (files: readonly string[]) => files.map((file) => JSON.stringify(file)).join();
	const tags = scripts.map((file) => `<script src="${file}"></script>`).join('\n\t\t');
	return html
		.replace(/\s*<link [^>]*rel="modulepreload"[^>]*>/g, '')
		.replace(entries, 'ekinerja.load("$1")')
		.replace(EARLY.today, () => named(today))
		.replace(EARLY.screens, () => named(screens))
		.replace('<div id="app">', () => `${tags}\n\t\t<div id="app">`);
}
