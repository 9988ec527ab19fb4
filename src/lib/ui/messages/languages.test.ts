import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { id } from './id.ts';

type Texts = ReadonlyMap<string, string>;

/** Stands for whatever a sentence is about; as a number, a day, a name or a list it gives some text. */
const ABOUT: unknown[][] = [
	[2, 3],
	['2026-11-24', '2026-11-25'],
	[1_790_000_000_000, 'WITA', 'x']
];

/** A refusal as the rules would give it, with everything any of them tells. */
const REFUSAL = {
	at: 1_790_000_000_000,
	broken: [{ rule: 'activity-missing', field: 'activity' }],
	byName: 'Siti',
	closedAt: 1_790_000_000_000,
	date: '2026-11-24',
	endsAt: 1_790_000_000_000,
	kind: 'review.approve',
	paths: ['/date'],
	status: 'submitted'
};

function textsOf(value: unknown, path: string, texts = new Map<string, string>()): Texts {
	if (typeof value === 'string') texts.set(path, value);
	else if (typeof value === 'function') say(value as Say, path, texts);
	else if (value && typeof value === 'object') {
		for (const [key, one] of Object.entries(value)) textsOf(one, `${path}.${key}`, texts);
	}
	return texts;
}

type Say = (...about: unknown[]) => unknown;

function say(words: Say, path: string, texts: Map<string, string>): void {
	const tries = path.startsWith('.refusal.') ? [[REFUSAL, 'WITA']] : ABOUT;
	tries.forEach((about, index) => {
		try {
			textsOf(words(...about), `${path}(${index})`, texts);
		} catch {
			// Such a sentence isn't about this.
		}
	});
}

const indonesian = textsOf(id, '');
const english = textsOf(en, '');

/** The same in both, or words of forms and letters that English readers meet as they are. */
const SHARED =
	/^\.(shell\.app|signIn\.nip|frame\.(menu|account\.nip)|shell\.fault|shell\.documentTitle|when|today\.percent|settings\.supervisorAs|form\.(unit|target)|history\.(monthTitle|dayName)|review\.postOf)/;
const INDONESIAN =
	/\b(dan|yang|tidak|belum|sudah|kegiatan|catatan|catat|menit|jam|hari|dikirim|terkirim|atasan|anda|untuk|dengan|pada|ini|bila|lagi|perangkat|sinyal|tersimpan|kata|sandi|batas|waktu|isi|alasan|simpan|pilih|kembali|lewat|masih|bisa|dari|sampai|oleh|disetujui|ditolak)\b/i;

describe('the English catalogue', () => {
	test('says something wherever the Indonesian one does', () => {
		expect(english.size).toBeGreaterThan(400);
		expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort());
		const silent = [...english].filter(
			([path, text]) => text === '' && indonesian.get(path) !== ''
		);
		expect(silent).toEqual([]);
	});

	test('has no Indonesian left', () => {
		const left = [...english].filter(([path, text]) => !SHARED.test(path) && INDONESIAN.test(text));
		expect(left).toEqual([]);
	});

	test('is not Indonesian by another name', () => {
		const same = [...english].filter(
			([path, text]) =>
				!SHARED.test(path) && /[a-z]{4}/i.test(text) && indonesian.get(path) === text
		);
		expect(same).toEqual([]);
	});
});

/** What a sentence goes on with behind the name of a button. */
const GOES_ON =
	/^($|["'.,;:?]| (\(|atau|bila|dan|di|sekali|satu|selama|untuk|agar|and|at|if|once|on|or|so|that|to|until|when|where|with)\b)/;

describe.each([
	['Indonesian', indonesian, /\b(?:[Tt]ekan|[Kk]etuk|tombol) (?=\p{Lu})/gu],
	['English', english, /\b(?:[Tt]ap|[Pp]ress|button) (?=\p{Lu})/gu]
])('help in %s', (_language, texts, naming) => {
	const names = [...texts]
		.filter(([path]) => !path.startsWith('.help.'))
		.map(([, text]) => text.replace(/ \(\d+\)$/, ''));
	const help = [...texts].filter(([path]) => path.startsWith('.help.')).map(([, text]) => text);

	test('tells to tap only what is there, by its whole name', () => {
		const told = help.flatMap((text) =>
			[...text.matchAll(naming)].map(({ index, 0: { length } }) => text.slice(index + length))
		);
		expect(told.length).toBeGreaterThan(20);
		const isThere = (rest: string) =>
			names.some((name) => rest.startsWith(name) && GOES_ON.test(rest.slice(name.length)));
		expect(told.filter((rest) => !isThere(rest))).toEqual([]);
	});
});
