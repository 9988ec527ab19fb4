import { expect, test } from 'vitest';
import {
	aMutation,
	aMutationOn,
	afterStory,
	anEntry,
	BUDI,
	NOW,
	SITI,
	someFacts,
	TODAY
} from '#tests/support/factories.ts';
import { resubmissionClosesAt } from '../domain/apply.ts';
import { currentItem } from '../domain/entry.ts';
import { workByDay } from './work-by-day.ts';

const rules = someFacts();
const row = (entry = anEntry()) => ({ date: TODAY, entry });
const returned = () =>
	afterStory([
		[SITI, () => aMutation('entry.submit')],
		[BUDI, (entry) => aMutationOn(entry, 'review.return')]
	]);

test('minutes of a day are added up, without those that were returned', () => {
	const one = anEntry();
	const { minutes } = workByDay([row(one), row()], { rules, now: NOW }).get(TODAY) ?? {};
	expect(minutes).toBe(2 * one.content.effectiveMinutes);
	const both = workByDay([row(one), row(returned())], { rules, now: NOW }).get(TODAY);
	expect(both).toEqual({ minutes: one.content.effectiveMinutes, hasReturned: true });
});

test('what was returned counts until it can no longer be answered', () => {
	const entry = returned();
	const closesAt = resubmissionClosesAt(currentItem(entry).judgedAt, rules);
	const hasReturned = (now: number) =>
		workByDay([row(entry)], { rules, now }).get(TODAY)?.hasReturned;
	expect([hasReturned(closesAt - 1), hasReturned(closesAt)]).toEqual([true, false]);
});
