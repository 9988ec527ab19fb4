import { type LevelStore } from 'leveldown';
import { expect, test } from 'vitest';
import { syncWrites } from './synced-leveldown.ts';

type Seen = { readonly write: string; readonly options: unknown };

function recordingStore(seen: Seen[]): LevelStore {
	return {
		_put: (_key, _value, options) => seen.push({ write: 'put', options }),
		_del: (_key, options) => seen.push({ write: 'del', options }),
		_batch: (_operations, options) => seen.push({ write: 'batch', options }),
		_chainedBatch: () => ({ _write: (options) => seen.push({ write: 'chained', options }) })
	};
}

test('every way to write to LevelDB is synchronous, whatever the caller asked for', () => {
	const seen: Seen[] = [];
	const store = syncWrites(recordingStore(seen));
	const [key, asked, ignore] = [Buffer.from('key'), { sync: false, kept: 1 }, () => {}];
	store._put(key, key, asked, ignore);
	store._del(key, asked, ignore);
	store._batch([], asked, ignore);
	store._chainedBatch()._write(asked, ignore);
	const options = { sync: true, kept: 1 };
	expect(seen).toEqual(['put', 'del', 'batch', 'chained'].map((write) => ({ write, options })));
});
