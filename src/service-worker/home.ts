/**
 * Opening the app without waiting for the worker to start: Chromium takes by itself, from the caches, the
 * page with which the app begins and the built files. Other browsers and other addresses go by the worker.
 *
 * One page serves every address. It is kept under that of the app's beginning, in a cache that only the version
 * it belongs to names, because a rule can look up an address, but not say that one page serves them all.
 */
type Store = Pick<CacheStorage, 'open' | 'keys' | 'delete'>;

const PREFIX = 'home-';

export class Home {
	readonly cache: string;
	readonly #store: Store;

	constructor(store: Store, version: string) {
		this.#store = store;
		this.cache = `${PREFIX}${version}`;
	}

	/** Fails without a line; a worker that hasn't kept it must not take over. */
	async keep(shell: string, load: typeof fetch = fetch): Promise<void> {
		const response = await load(shell, { cache: 'reload' });
		if (!response.ok) throw new Error(`the page can't be had: ${response.status}`);
		await (await this.#store.open(this.cache)).put('/', response);
	}

	async find(): Promise<Response | undefined> {
		return (await this.#store.open(this.cache)).match('/');
	}

	/** Those of other versions. */
	async dropOthers(): Promise<void> {
		const others = (await this.#store.keys()).filter(
			(name) => name.startsWith(PREFIX) && name !== this.cache
		);
		await Promise.all(others.map((name) => this.#store.delete(name)));
	}
}

export type StaticRoute = {
	readonly condition: {
		readonly requestMode?: string;
		readonly urlPattern?: { readonly pathname: string; readonly search?: string };
	};
	readonly source: string | { readonly cacheName: string };
};

/**
 * In the order in which they are tried. The last one keeps Chromium from asking the server for a page while
 * it starts the worker, for an answer nobody reads.
 */
export const staticRoutes = (base: string, home: string): readonly StaticRoute[] => [
	{
		condition: { requestMode: 'navigate', urlPattern: { pathname: `${base}/`, search: '' } },
		source: { cacheName: home }
	},
	{ condition: { urlPattern: { pathname: `${base}/_app/immutable/*` } }, source: 'cache' },
	{ condition: { requestMode: 'navigate' }, source: 'fetch-event' }
];
