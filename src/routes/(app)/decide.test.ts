import { expect, test } from 'vitest';
import { type Intention } from '#lib/db/mutate.ts';
import { err, ok } from '#lib/domain/result.ts';
import {
	afterStep,
	aMutation,
	aMutationOn,
	anEntry,
	BUDI,
	someFacts
} from '#tests/support/factories.ts';
import { decide, type Decider, undo } from './decide.ts';

const REFUSED = { type: 'not-allowed' } as const;

/** Takes everything but what is about `refused`, and keeps what it was asked. */
function aDecider(refused?: string) {
	const asked: Intention[][] = [];
	const decider: Decider = {
		mutateMany: (intentions) => {
			asked.push([...intentions]);
			const answer = ({ documentId }: Intention) =>
				documentId === refused ? err(REFUSED) : ok(anEntry());
			return Promise.resolve(ok(intentions.map(answer)));
		}
	};
	return { ...decider, asked };
}

const anUnproven = () =>
	afterStep(
		undefined,
		aMutation('entry.submit'),
		someFacts({ judged: { at: Date.parse('2026-12-24'), proven: false } })
	);

test('every decision of a set names the version that was shown, in one go', async () => {
	const decider = aDecider();
	const entries = [anEntry(), anEntry()];
	await decide(decider, entries, { kind: 'review.return', reason: 'Lengkapi' });
	expect(decider.asked).toEqual([
		entries.map(({ _id, version }) => ({
			kind: 'review.return',
			reason: 'Lengkapi',
			documentId: _id,
			base: version
		}))
	]);
});

test('a confirmed time is said only of entries whose time is in doubt', async () => {
	const decider = aDecider();
	await decide(decider, [anEntry(), anUnproven()], { kind: 'review.approve', confirmsTime: true });
	expect(decider.asked[0]?.map((intention) => 'confirmsTime' in intention)).toEqual([false, true]);
});

test('what was refused is told apart from what was done', async () => {
	const entries = [anEntry(), anEntry()];
	const decided = await decide(aDecider(entries[0]?._id), entries, {
		kind: 'review.approve',
		confirmsTime: false
	});
	expect([decided.done.length, decided.refused]).toEqual([1, [REFUSED]]);
});

test('taking back names the version the decision made', async () => {
	const decider = aDecider();
	const submitted = anEntry();
	const approved = afterStep(
		submitted,
		aMutationOn(submitted, 'review.approve'),
		someFacts({}, { actor: BUDI })
	);
	await undo(decider, [approved]);
	expect(decider.asked).toEqual([
		[{ kind: 'review.undo', documentId: approved._id, base: approved.version }]
	]);
});
