/**
 * The second step of keeping the app on the device: the files of the screens, in a cache of their own.
 * It exists from the first sign-in on, and belongs to all versions: names of files carry their content.
 */
const CACHE = 'screens';

type Store = Pick<CacheStorage, 'open' | 'has'>;

export class Screens {
	readonly #store: Store;
	readonly #files: readonly string[];

	/** `files` are those of this version, as paths. */
	constructor(store: Store, files: readonly string[]) {
		this.#store = store;
		this.#files = files;
	}

	has(path: string): boolean {
		return this.#files.includes(path);
	}

	async find(path: string): Promise<Response | undefined> {
		return (await this.#store.open(CACHE)).match(path);
	}

	/** Fetches what isn't here yet; what has arrived stays, also when the rest fails. Throws then. */
	async keep(): Promise<void> {
		const cache = await this.#store.open(CACHE);
		const kept = await keptIn(cache);
		const missing = this.#files.filter((file) => !kept.includes(file));
		await Promise.all(missing.map((file) => cache.add(file)));
	}

	/** A newer version: it must not lose what an older one kept. */
	async keepAgain(): Promise<void> {
		if (await this.#store.has(CACHE)) await this.keep();
	}

	/** This version alone is in use now. */
	async dropOthers(): Promise<void> {
		if (!(await this.#store.has(CACHE))) return;
		const cache = await this.#store.open(CACHE);
		const others = (await keptIn(cache)).filter((path) => !this.has(path));
		await Promise.all(others.map((path) => cache.delete(path)));
	}
}

async function keptIn(cache: Cache): Promise<string[]> {
	return (await cache.keys()).map(({ url }) => new URL(url).pathname);
}
