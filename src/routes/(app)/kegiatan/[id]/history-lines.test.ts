import { describe, expect, test } from 'vitest';
import { type Entry } from '#lib/domain/entry.ts';
import { aContent, afterStory, aMutation, BUDI, SITI } from '#tests/support/factories.ts';
import { historyLines } from './history-lines.ts';

const onTopOf = (entry: Entry | undefined) =>
	entry ? { documentId: entry._id, base: entry.version } : {};

const returnedAndCorrected = () =>
	afterStory([
		[SITI, () => aMutation('entry.submit')],
		[BUDI, (entry) => aMutation('review.return', onTopOf(entry))],
		[
			SITI,
			(entry) =>
				aMutation('entry.submit', { ...onTopOf(entry), content: aContent({ quantity: 3 }) })
		]
	]);

describe('historyLines', () => {
	test('tells first what happened last', () => {
		expect(historyLines(returnedAndCorrected()).map(({ title }) => title.split(' ')[0])).toEqual([
			'Diperbaiki',
			'Dikembalikan',
			'Dicatat'
		]);
	});

	test('a correction is compared with what was returned', () => {
		expect(historyLines(returnedAndCorrected())[0]?.changes).toEqual([
			{ key: 'result', label: 'Hasil', before: '1 laporan', after: '3 laporan' }
		]);
	});

	test('a correction that changed nothing says so, a first submission and a decision say nothing', () => {
		const entry = afterStory([
			[SITI, () => aMutation('entry.submit')],
			[BUDI, (entry) => aMutation('review.return', onTopOf(entry))],
			[SITI, (entry) => aMutation('entry.submit', onTopOf(entry))]
		]);
		expect(historyLines(entry).map(({ changes }) => changes)).toEqual([[], undefined, undefined]);
	});

	test('who decided for another says as what', () => {
		const entry = returnedAndCorrected();
		const history = entry.history.map((item, at) =>
			at === 1 ? { ...item, as: 'DAILY_ACTING' as const } : item
		);
		const titles = historyLines({ ...entry, history }).map(({ title }) => title);
		expect(titles[1]).toMatch(/^Dikembalikan oleh .+ sebagai Plh$/);
		expect(titles.filter((title) => title.includes('Plh'))).toHaveLength(1);
	});

	test('a second thought is told beside the decision it took back', () => {
		const entry = afterStory([
			[SITI, () => aMutation('entry.submit')],
			[BUDI, (entry) => aMutation('review.approve', onTopOf(entry))],
			[BUDI, (entry) => aMutation('review.undo', onTopOf(entry))]
		]);
		const lines = historyLines(entry);
		expect(lines.map(({ item }) => item.kind)).toEqual([
			'review.undo',
			'review.approve',
			'entry.submit'
		]);
		expect(lines[0]?.title).toMatch(/^Keputusan diurungkan oleh /);
		expect(lines.every(({ changes }) => changes === undefined)).toBe(true);
	});

	test('a kind of a later program is told as a change', () => {
		const entry = returnedAndCorrected();
		const history = entry.history.map((item, at) => (at === 1 ? { ...item, kind: 'x.y' } : item));
		expect(historyLines({ ...entry, history })[1]?.title).toMatch(/^Diubah oleh /);
	});
});
