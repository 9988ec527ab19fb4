import { describe, expect, test } from 'vitest';
import { type WorkDocument } from '#lib/domain/document.ts';
import { accountId } from '#server/auth/account.ts';
import { type Existing, isBelievable } from './existing.ts';
import { type Folder, type Line } from './folder.ts';
import { type Plan, planImport } from './plan.ts';

const [SITI, BUDI] = ['198609262015052001', '199001012015051002'];
const NOW = 1_000;
const REV = `1-${'a'.repeat(32)}`;
const EMPTY: Existing = { documents: new Map(), accounts: new Set() };

const lines = <T>(...values: T[]): Line<T>[] =>
	values.map((value, index) => ({ file: 'berkas.csv', line: index + 2, value }));
const person = (nip: string, over = {}) => ({
	nip,
	name: `Contoh ${nip}`,
	employmentType: 'PNS' as const,
	position: 'staf',
	unit: 'dinas',
	...over
});
const activity = (code: string) => ({
	post: 'staf',
	code,
	name: 'Menyusun',
	unit: 'surat',
	standardMinutes: 10
});
const definitive = (supervisor: string, validFrom = '2026-01-01') => ({
	nip: SITI,
	supervisor,
	kind: 'DEFINITIVE' as const,
	validFrom
});
const holiday = (on: string) => ({ on, name: 'Libur', kind: 'holiday' as const });

function aFolder(over: Partial<Folder> = {}): Folder {
	return {
		unit: lines({ code: 'dinas', name: 'Dinas Contoh', agency: 'dinas', zone: 'WITA' as const }),
		jabatan: lines({ code: 'staf', name: 'Staf' }),
		katalog: lines(activity('k1'), activity('k2')),
		pegawai: lines(person(SITI), person(BUDI)),
		atasan: lines(definitive(BUDI)),
		kalender: lines(holiday('2026-08-17'), holiday('2026-01-01')),
		pengaturan: lines({
			validFrom: '2026-01-01',
			inputWindow: { kind: 'same-day' as const },
			returnDays: 3,
			offlineTrustDays: 7,
			requiredMinutesPerDay: 300,
			autoApproveDays: null
		}),
		broken: new Set(),
		...over
	};
}

/** The database after a plan was written. */
function written({ documents, newcomers }: Plan, before = EMPTY): Existing {
	const stored = documents.map((each) => [each._id, { ...each, _rev: REV }] as const);
	return {
		documents: new Map([...before.documents, ...stored]),
		accounts: new Set([...before.accounts, ...newcomers.map(({ nip }) => accountId(nip))])
	};
}

const first = planImport(aFolder(), EMPTY, NOW);
const after = written(first);

test('everything is planned in the shapes the rules believe', () => {
	expect(first.bad).toEqual([]);
	expect(first.documents.map(({ _id }) => _id)).toEqual([
		'all:unit:dinas',
		'jstaf:position',
		'all:calendar',
		'all:settings',
		`t${SITI}:person`,
		`t${BUDI}:person`,
		`t${SITI}:supervision`
	]);
	expect(first.documents.every((each) => isBelievable({ ...each, _rev: REV }))).toBe(true);
	expect(first.newcomers.map(({ nip }) => nip)).toEqual([SITI, BUDI]);
});

test('the same files again plan nothing', () => {
	expect(planImport(aFolder(), after, NOW + 1)).toEqual({ documents: [], newcomers: [], bad: [] });
});

describe('what only grows', () => {
	test('a new supervisor is appended with the time he was published; the old one stays', () => {
		const folder = aFolder({
			pegawai: lines(person(SITI), person(BUDI), person('198001012005011009')),
			atasan: lines(definitive('198001012005011009', '2026-07-01'))
		});
		const { documents } = planImport(folder, after, NOW + 5);
		expect(documents.find(({ _id }) => _id.endsWith(':supervision'))).toMatchObject({
			_rev: REV,
			assignments: [
				{ supervisor: BUDI, validFrom: '2026-01-01', publishedAt: NOW },
				{ supervisor: '198001012005011009', validFrom: '2026-07-01', publishedAt: NOW + 5 }
			]
		});
	});

	test('a calendar that changed is a further version of its year', () => {
		const folder = aFolder({ kalender: lines(holiday('2026-08-17')) });
		const { documents } = planImport(folder, after, NOW + 5);
		expect(documents).toMatchObject([
			{
				_id: 'all:calendar',
				versions: [
					{ publishedAt: NOW, daysOff: [{ on: '2026-01-01' }, { on: '2026-08-17' }] },
					{ publishedAt: NOW + 5, daysOff: [{ on: '2026-08-17' }] }
				]
			}
		]);
	});
});

describe('a row that names what nobody knows is bad', () => {
	test.each([
		['unit', { pegawai: lines(person(SITI, { unit: 'lain' }), person(BUDI)) }],
		['jabatan', { pegawai: lines(person(SITI, { position: 'lain' }), person(BUDI)) }],
		['nip_atasan', { atasan: lines(definitive('198001012005011009')) }],
		['jabatan', { katalog: lines({ ...activity('k1'), post: 'lain' }) }]
	])('in the column %s', (field, over) => {
		const { bad } = planImport(aFolder(over), EMPTY, NOW);
		expect(bad[0]).toMatchObject({ file: 'berkas.csv', line: 2, field });
	});
});

test('lists that count as a whole are left as they are when one row is bad', () => {
	const folder = aFolder({
		katalog: lines(activity('k1')),
		kalender: lines(holiday('2026-08-17')),
		broken: new Set(['katalog', 'kalender'])
	});
	expect(planImport(folder, after, NOW + 5).documents).toEqual([]);
});

test('a card that changed keeps what an import knows nothing of', () => {
	const id = `t${SITI}:person`;
	const known = { ...after.documents.get(id), grade: 'III/a' } as unknown as WorkDocument;
	const existing = { ...after, documents: new Map([...after.documents, [id, known]]) };
	const folder = aFolder({ pegawai: lines(person(SITI, { name: 'Nama Baru' }), person(BUDI)) });
	expect(planImport(folder, existing, NOW).documents).toEqual([{ ...known, name: 'Nama Baru' }]);
});
