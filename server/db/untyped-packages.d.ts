/**
 * What we use of packages that bring no types. (@types/pouchdb-core declares a Buffer of its own, which
 * today's Node types contradict.)
 */

declare module 'leveldown' {
	type Callback = (error?: Error) => void;
	type Options = Readonly<Record<string, unknown>>;

	/** The points where abstract-leveldown lets an implementation be extended. */
	export interface ChainedBatch {
		_write(options: Options, callback: Callback): void;
	}
	export interface LevelStore {
		_put(key: Buffer, value: Buffer, options: Options, callback: Callback): void;
		_del(key: Buffer, options: Options, callback: Callback): void;
		_batch(operations: readonly unknown[], options: Options, callback: Callback): void;
		_chainedBatch(): ChainedBatch;
	}

	const leveldown: (location: string) => LevelStore;
	export { leveldown as default };
}

declare module 'pouchdb-adapter-leveldb' {
	const plugin: (pouch: unknown) => void;
	export { plugin as default };
}

declare module 'pouchdb-core' {
	import { type WorkDocument } from '#lib/domain/document.ts';

	export type Stored = WorkDocument & { readonly _conflicts?: readonly string[] };
	export type Row = {
		readonly id: string;
		readonly value: { readonly rev: string };
		readonly doc?: Stored;
	};
	export type Written =
		| { readonly ok: true; readonly id: string; readonly rev: string }
		| { readonly error: unknown; readonly status?: number };

	type Options = Readonly<Record<string, unknown>>;

	/** A leaf revision, with the revisions it grew from, the youngest first. */
	export type Grown = {
		readonly ok?: {
			readonly _revisions: { readonly start: number; readonly ids: readonly string[] };
		};
	};
	export interface Replicating extends PromiseLike<{ readonly ok: boolean }> {
		/** `docs_written` counts from the start of this replication. */
		on(event: 'change', listener: (state: { readonly docs_written: number }) => void): this;
	}

	export class PouchDB {
		constructor(path: string, options: Options);
		static plugin(plugin: unknown): void;
		/** With pouchdb-replication. */
		readonly replicate: {
			from(remote: PouchDB, options?: Options): Replicating;
			to(remote: PouchDB, options?: Options): Replicating;
		};
		info(): Promise<{ readonly doc_count: number }>;
		get(
			id: string,
			options: { readonly open_revs: 'all'; readonly revs: true }
		): Promise<readonly Grown[]>;
		get(id: string, options: Options): Promise<Stored>;
		/** Of the named revisions those whose documents are not here. */
		revsDiff(
			revs: Readonly<Record<string, readonly string[]>>
		): Promise<Readonly<Record<string, { readonly missing: readonly string[] }>>>;
		allDocs(query: Readonly<Record<string, unknown>>): Promise<{ readonly rows: readonly Row[] }>;
		bulkDocs(
			documents: readonly unknown[],
			options?: { readonly new_edits: false }
		): Promise<readonly Written[]>;
		close(): Promise<void>;
	}
	export { PouchDB as default };
}

declare module 'pouchdb-adapter-http' {
	const plugin: (pouch: unknown) => void;
	export { plugin as default };
}

declare module 'pouchdb-replication' {
	const plugin: (pouch: unknown) => void;
	export { plugin as default };
}
