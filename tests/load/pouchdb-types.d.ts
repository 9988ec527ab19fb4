/** What the comparison with PouchDB's replication uses beyond server/db/untyped-packages.d.ts. */

declare module 'pouchdb-core' {
	interface Replication {
		from(remote: PouchDB): Promise<{ readonly ok: boolean }>;
		to(remote: PouchDB): Promise<{ readonly ok: boolean }>;
	}
	export interface PouchDB {
		readonly replicate: Replication;
	}
}

declare module 'pouchdb-adapter-http' {
	const plugin: (pouch: unknown) => void;
	export { plugin as default };
}

declare module 'pouchdb-replication' {
	const plugin: (pouch: unknown) => void;
	export { plugin as default };
}
