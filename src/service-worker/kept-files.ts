/**
 * Files that not everybody needs at once, in a cache of their own: those of the screens, which is the
 * second step of keeping the app on the device, and those of a language. The cache exists from the first
 * need on, and belongs to all versions: names of files carry their content.
 */
type Store = Pick<CacheStorage, 'open' | 'has'>;

export class KeptFiles {
	readonly #store: Store;
	readonly #cache: string;
	readonly #files: readonly string[];

	/** `files` are those of this version, as paths. */
	constructor(store: Store, cache: string, files: readonly string[]) {
		this.#store = store;
		this.#cache = cache;
		this.#files = files;
	}

	has(path: string): boolean {
		return this.#files.includes(path);
	}

	async find(path: string): Promise<Response | undefined> {
		return (await this.#store.open(this.#cache)).match(path);
	}

	/** Fetches what isn't here yet; what has arrived stays, also when the rest fails. Throws then. */
	async keep(): Promise<void> {
		const cache = await this.#store.open(this.#cache);
		const kept = await keptIn(cache);
		const missing = this.#files.filter((file) => !kept.includes(file));
		await Promise.all(missing.map((file) => cache.add(file)));
	}

	/** A newer version: it must not lose what an older one kept. */
	async keepAgain(): Promise<void> {
		if (await this.#store.has(this.#cache)) await this.keep();
	}

	/** This version alone is in use now. */
	async dropOthers(): Promise<void> {
		if (!(await this.#store.has(this.#cache))) return;
		const cache = await this.#store.open(this.#cache);
		const others = (await keptIn(cache)).filter((path) => !this.has(path));
		await Promise.all(others.map((path) => cache.delete(path)));
	}
}

async function keptIn(cache: Cache): Promise<string[]> {
	return (await cache.keys()).map(({ url }) => new URL(url).pathname);
}
