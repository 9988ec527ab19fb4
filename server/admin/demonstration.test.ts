import { describe, expect, test } from 'vitest';
import { CALENDAR_ID, SETTINGS_ID, unitId } from '#lib/domain/document.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { newAccount } from '#server/auth/account.ts';
import { counted } from '#server/db/counted.ts';
import { type Database } from '#server/db/database.ts';
import { type MemoryDatabase, memoryDatabase } from '#tests/support/memory-database.ts';
import { seededRandom } from '#tests/support/random.ts';
import { CAST } from './demonstration-office.ts';
import { loadDemonstration } from './demonstration.ts';

const DAY_MS = 86_400_000;
/** A Wednesday, at noon in WITA. */
const WEDNESDAY = Date.UTC(2026, 10, 25, 4);
const PLH = 'acts for his own supervisor this week (Plh)';
const [PERSON, ACCOUNTS] = [`t${CAST.employee.nip}:person`, 39];

function place() {
	const [work, accounts] = [memoryDatabase(), memoryDatabase()];
	const random = seededRandom(1);
	const load = (at = WEDNESDAY, over: { work?: Database; accounts?: Database } = {}) =>
		loadDemonstration({ work, accounts, ...over }, { now: () => at, random });
	const held = async () =>
		(await Promise.all([work, accounts].map((each) => each.withPrefix(''))))
			.flat()
			.map(({ _id }) => _id)
			.sort();
	return { work, accounts, load, held };
}

type Fault = { readonly write: number; readonly when: 'before' | 'after' };

/** Fails one of the writes of both, having written nothing or everything. */
function failing({ work, accounts }: ReturnType<typeof place>, { write, when }: Fault) {
	let writes = 0;
	const watched = (database: MemoryDatabase): Database =>
		counted(database, (operation) => {
			if (operation !== 'write') return;
			writes += 1;
			if (writes === write) database.failNextWrite(when);
		});
	return { work: watched(work), accounts: watched(accounts) };
}

const WRITES = [1, 2, 3, 4, 5, 6] as const;
const FAULTS = WRITES.flatMap((write): Fault[] => [
	{ write, when: 'before' },
	{ write, when: 'after' }
]);

describe('into an empty database', () => {
	test('everything is loaded, told, and not a second time', async () => {
		const { accounts, load, held } = place();
		const said = await load();
		expect(said).toHaveLength(7);
		const before = await held();
		expect(before).toContain(PERSON);
		expect(await accounts.withPrefix('account:')).toHaveLength(ACCOUNTS);
		expect(await load(WEDNESDAY + 60_000)).toEqual(said);
		expect(await held()).toEqual(before);
	});

	test.each(FAULTS)(
		'interrupted $when write $write it goes on, days later too, and nothing is there twice',
		async (fault) => {
			const whole = place();
			await whole.load();
			const broken = place();
			await expect(broken.load(WEDNESDAY, failing(broken, fault))).rejects.toThrow('Failed');
			// Until the marker is there nothing is begun, and the next run begins with another chance.
			const isBegun = fault.write > 1 || fault.when === 'after';
			const said = await broken.load(isBegun ? WEDNESDAY + 30 * DAY_MS : WEDNESDAY);
			expect(said).toContain('Demonstration logins (number, password):');
			const [made, expected] = [await broken.held(), await whole.held()];
			if (isBegun) expect(made).toEqual(expected);
			else expect(made).toContain(PERSON);
		}
	);
});

describe('beside real data nothing is loaded and nothing is told', () => {
	const nip = '198609262015051001' as Nip;
	test.each([
		['a unit', 'work', { _id: unitId('dinas'), schema: 1, name: 'Dinas Asli' }],
		['a post', 'work', { _id: 'jstaf:position', schema: 1, name: 'Staf', activities: [] }],
		['a person', 'work', { _id: `t${nip}:person`, schema: 1, nip }],
		['settings', 'work', { _id: SETTINGS_ID, schema: 1, versions: [] }],
		['a calendar', 'work', { _id: CALENDAR_ID, schema: 1, versions: [] }],
		['an account', 'accounts', newAccount(nip, { hash: 'start:x', startCode: true })]
	] as const)('%s', async (_what, database, document) => {
		const there = place();
		await there[database].write([document]);
		const before = await there.held();
		expect(await there.load()).toEqual([]);
		expect(await there.load()).toEqual([]);
		expect(await there.held()).toEqual(before);
	});
});

test.each([
	['in the week of the loading', 4, true],
	['in the week after it', 5, false]
])('that somebody stands in this week is told only %s', async (_when, days, isTold) => {
	const { load } = place();
	await load();
	const said = (await load(WEDNESDAY + days * DAY_MS)).join('\n');
	expect(said.includes(PLH)).toBe(isTold);
	expect(said).toContain(CAST.employee.nip);
});
