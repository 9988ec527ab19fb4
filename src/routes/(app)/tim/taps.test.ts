import { expect, test } from 'vitest';
import { entryRow } from '#lib/db/rebuild.ts';
import { afterStep, aMutationOn, anEntry, BUDI, NOW, someFacts } from '#tests/support/factories.ts';
import { tapsOf } from './taps.ts';

function decided(kind: 'review.approve' | 'review.return', recordedAt: number, judgedAt: number) {
	const entry = anEntry();
	const judged = { at: judgedAt, proven: true };
	const facts = someFacts({ judged }, { actor: BUDI });
	return entryRow(afterStep(entry, aMutationOn(entry, kind, { recordedAt }), facts), 0);
}

test('what one tap decided is one, though the server judged its times apart', () => {
	const later = decided('review.approve', NOW + 1, NOW + 9);
	const together = [5, 4].map((ms) => decided('review.approve', NOW, NOW + ms));
	const taps = tapsOf([later, ...together]);
	expect(taps.map(({ rows }) => rows)).toEqual([[later], together]);
	expect(new Set(taps.map(({ key }) => key)).size).toBe(2);
});

test('another kind of decision at the same moment stands by itself', () => {
	const rows = [decided('review.approve', NOW, NOW), decided('review.return', NOW, NOW)];
	expect(tapsOf(rows).map((tap) => tap.rows.length)).toEqual([1, 1]);
});
