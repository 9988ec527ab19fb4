import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	aContent,
	aDirectory,
	aMutation,
	anEntry,
	BUDI,
	definitive,
	NOW,
	RATNA,
	SITI,
	someFacts,
	someSettings,
	TODAY
} from '#tests/support/factories.ts';
import { apply } from './apply.ts';
import { addDays, DAY_MS, instantOf } from './day.ts';
import { entryId } from './document.ts';
import {
	currentItem,
	type Entry,
	EntryStatus,
	needsTimeConfirmation,
	nextStatus,
	STEP_OF
} from './entry.ts';
import { MUTATION_KINDS } from './mutation.ts';

const by = (actor: string, at = NOW) => someFacts({}, { actor, at });

function take(entry: Entry, kind: (typeof MUTATION_KINDS)[number], actor: string, at = NOW): Entry {
	const mutation = aMutation(kind, { documentId: entry._id, base: entry.version });
	const next = apply(entry, mutation, by(actor, at));
	if (!next.ok) throw new Error(next.error.type);
	return next.value;
}

/** An entry in each status. */
const IN: Record<EntryStatus, () => Entry> = {
	submitted: () => anEntry(),
	returned: () => take(anEntry(), 'review.return', BUDI),
	approved: () => take(anEntry(), 'review.approve', BUDI),
	rejected: () => take(anEntry(), 'review.reject', BUDI),
	withdrawn: () => take(anEntry(), 'entry.withdraw', SITI)
};

describe('apply', () => {
	test.each(
		EntryStatus.options.flatMap((status) => MUTATION_KINDS.map((kind) => [status, kind] as const))
	)('from %s, %s leads where the table says', (status, kind) => {
		const entry = IN[status]();
		const actor = kind.startsWith('entry.') ? SITI : BUDI;
		const mutation = aMutation(kind, { documentId: entry._id, base: entry.version });
		const next = apply(entry, mutation, by(actor));
		const expected = nextStatus(status, STEP_OF[kind]);
		if (expected) expect(next).toMatchObject({ ok: true, value: { status: expected } });
		else {
			const { byName, judgedAt: at } = currentItem(entry);
			const error = { type: 'step-refused', status, byName, at };
			expect(next).toMatchObject({ ok: false, error });
		}
	});

	test('I3: applying a mutation again gives the same entry back, and the argument is left as it was', () => {
		fc.assert(
			fc.property(fc.constantFrom(...MUTATION_KINDS), (kind) => {
				const entry = anEntry();
				const before = structuredClone(entry);
				const actor = kind.startsWith('entry.') ? SITI : BUDI;
				const mutation = aMutation(kind, { documentId: entry._id, base: entry.version });
				const once = apply(entry, mutation, by(actor));
				expect(entry).toEqual(before);
				if (once.ok) expect(apply(once.value, mutation, by(actor))).toEqual(once);
			})
		);
	});

	test('nobody but the owner writes, nobody but a supervisor reviews', () => {
		const entry = anEntry();
		const edit = aMutation('entry.submit', { documentId: entry._id, base: entry.version });
		const approve = aMutation('review.approve', { documentId: entry._id, base: entry.version });
		for (const [mutation, actor] of [
			[edit, BUDI],
			[approve, SITI],
			[approve, RATNA]
		] as const) {
			expect(apply(entry, mutation, by(actor))).toEqual({
				ok: false,
				error: { type: 'not-allowed' }
			});
		}
	});

	test('a Plh who holds his own supervisor’s post is reviewed by that post’s superior', () => {
		const acting = {
			supervisor: SITI,
			kind: 'DAILY_ACTING',
			validFrom: TODAY,
			validTo: TODAY
		} as const;
		const directory = aDirectory({ supervision: { [SITI]: [definitive(BUDI), acting] } });
		const entry = anEntry();
		const approve = aMutation('review.approve', { documentId: entry._id, base: entry.version });
		const facts = (actor: string) => someFacts({}, { actor, directory });
		expect(apply(entry, approve, facts(RATNA))).toMatchObject({ ok: true });
		expect(apply(entry, approve, facts(BUDI))).toMatchObject({ ok: false });
		expect(apply(entry, approve, facts(SITI))).toMatchObject({ ok: false });
	});

	test('what somebody moved meanwhile is refused with who and what', () => {
		const entry = anEntry();
		const returned = take(entry, 'review.return', BUDI);
		const edit = aMutation('entry.submit', { documentId: entry._id, base: entry.version });
		expect(apply(returned, edit, by(SITI))).toMatchObject({
			ok: false,
			error: { type: 'version-moved', by: BUDI, kind: 'review.return', status: 'returned' }
		});
	});

	test('only who decided takes a decision back', () => {
		const approved = IN.approved();
		const undo = aMutation('review.undo', { documentId: approved._id, base: approved.version });
		const acting = { supervisor: RATNA, kind: 'ACTING', validFrom: TODAY } as const;
		const directory = aDirectory({ supervision: { [SITI]: [definitive(BUDI), acting] } });
		expect(apply(approved, undo, someFacts({}, { actor: RATNA, directory }))).toMatchObject({
			ok: false,
			error: { type: 'not-allowed', byName: approved.history.at(-1)?.byName }
		});
	});

	test.each([
		[{ endMinute: 480 }, 'end-before-start'],
		[{ effectiveMinutes: 61 }, 'effective-exceeds-clock'],
		[{ description: '🙂'.repeat(2_001) }, 'description-too-long'],
		[{ activity: { code: null, name: ' ' } }, 'activity-missing']
	])('content %j breaks the rule %s', (over, rule) => {
		const mutation = aMutation('entry.submit', { content: aContent(over) });
		expect(apply(undefined, mutation, by(SITI))).toMatchObject({
			ok: false,
			error: { type: 'content-refused', broken: [{ rule }] }
		});
	});

	test('work that ends later than now is refused', () => {
		const content = aContent({ startMinute: 600, endMinute: 660 });
		const mutation = aMutation('entry.submit', { content });
		expect(apply(undefined, mutation, by(SITI))).toMatchObject({ error: { type: 'in-future' } });
	});
});

describe('the input window', () => {
	const submit = () =>
		aMutation('entry.submit', { documentId: entryId(SITI, TODAY, aMutation('review.undo').id) });
	const closes = instantOf(addDays(TODAY, 1), 0, 'WITA');
	const sameDay = someSettings({ inputWindow: { kind: 'same-day' } });
	const at = (when: number, proven = true) =>
		someFacts(
			{ judged: { at: when, proven } },
			{ at: when, directory: aDirectory({ settings: sameDay }) }
		);

	test('is open until the last millisecond of its last day and closed at midnight', () => {
		expect(apply(undefined, submit(), at(closes - 1))).toMatchObject({ ok: true });
		expect(apply(undefined, submit(), at(closes))).toMatchObject({
			error: { type: 'window-closed' }
		});
	});

	test('I12: what is late but unproven is accepted, marked, and counts when the reviewer confirms', () => {
		const late = apply(undefined, submit(), at(closes, false));
		if (!late.ok) throw new Error(late.error.type);
		expect(needsTimeConfirmation(late.value)).toBe(true);
		const approve = aMutation('review.approve', {
			documentId: late.value._id,
			base: late.value.version,
			confirmsTime: true
		});
		const approved = apply(late.value, approve, by(BUDI, closes + DAY_MS));
		if (!approved.ok) throw new Error(approved.error.type);
		expect(needsTimeConfirmation(approved.value)).toBe(false);
	});

	test('settings published after the last contact never make it stricter', () => {
		const settings = someSettings(
			{ inputWindow: { kind: 'days-back', days: 4 } },
			{ inputWindow: { kind: 'same-day' }, publishedAt: NOW + 1, validFrom: TODAY }
		);
		const directory = aDirectory({ settings });
		const facts = (contactAt: number) => ({
			...someFacts({}, { at: contactAt, directory }),
			judged: { at: closes + 1, proven: true }
		});
		expect(apply(undefined, submit(), facts(NOW))).toMatchObject({ ok: true });
		expect(apply(undefined, submit(), facts(NOW + 1))).toMatchObject({
			error: { type: 'window-closed' }
		});
	});
});
