/** A database that tells what was asked of it, and whose methods a test can replace one by one. */
import { type Database } from '#server/db/database.ts';

export type Watched<D extends Database> = {
	readonly database: D;
	/** Names of the methods called, in order. */
	readonly calls: string[];
	/** Replaces methods from now on; what they replace stays reachable on the database handed in. */
	replace(methods: Partial<Database>): void;
};

export function watchDatabase<D extends Database>(inner: D): Watched<D> {
	const calls: string[] = [];
	const replaced: Partial<Record<string | symbol, unknown>> = {};
	const database = new Proxy(inner, {
		get(target, name) {
			const own: unknown = Reflect.get(target, name);
			if (typeof own !== 'function') return own;
			return (...args: unknown[]): unknown => {
				calls.push(String(name));
				const method = (replaced[name] ?? own) as (...given: unknown[]) => unknown; // of the same name
				return method.apply(target, args);
			};
		}
	});
	return { database, calls, replace: (methods) => void Object.assign(replaced, methods) };
}
