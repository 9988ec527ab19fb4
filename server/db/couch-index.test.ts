import { expect, test, vi } from 'vitest';
import { type CouchRequest } from './couch-connection.ts';
import { IndexKeeper, type IndexParts } from './couch-index.ts';
import { DatabaseUnavailable } from './database.ts';

type Answer = () => Promise<never>;

/** CouchDB that notes what it is asked, and a clock that moves when told. */
function setUp(answer: Answer = () => Promise.resolve({} as never)) {
	const asked: CouchRequest[] = [];
	const delays: { readonly ms: number; readonly end: () => void }[] = [];
	const couch: IndexParts['couch'] = {
		request: (_shape, request) => {
			asked.push(request);
			return answer();
		}
	};
	const sleep: IndexParts['sleep'] = (ms, signal) =>
		new Promise<void>((resolve, reject) => {
			delays.push({ ms, end: resolve });
			signal.addEventListener('abort', () => reject(new Error('stopped')));
		});
	return { keeper: new IndexKeeper({ couch, sleep }), asked, delays };
}

const UPDATE = {
	path: '_design/feeds/_view/totals',
	query: { limit: 0, reduce: false, update: 'lazy' }
};

test('many writes within a minute make one update, at its end', async () => {
	const { keeper, asked, delays } = setUp();
	for (let write = 0; write < 100; write += 1) keeper.noteWrite();
	expect(delays.map(({ ms }) => ms)).toEqual([60_000]);
	expect(asked).toEqual([]);
	delays[0]?.end();
	await vi.waitFor(() => expect(asked).toMatchObject([UPDATE]));
	expect(delays).toHaveLength(1);
});

test('a write while CouchDB is away is followed by another update, as is every later one', async () => {
	const away: Answer = () => Promise.reject(new DatabaseUnavailable('away'));
	const { keeper, asked, delays } = setUp(away);
	for (const turn of [0, 1, 2]) {
		keeper.noteWrite();
		delays[turn]?.end();
		await vi.waitFor(() => expect(asked).toHaveLength(turn + 1));
	}
});

test('nothing is asked once it is stopped', async () => {
	const { keeper, asked, delays } = setUp();
	keeper.noteWrite();
	keeper.stop();
	delays[0]?.end();
	await new Promise((resolve) => setImmediate(resolve));
	expect(asked).toEqual([]);
});
