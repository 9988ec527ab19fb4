/** Work that is in the database before the server starts, made by the real rules. */
import { addDays, dayOf, instantOf } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { mergeEntries } from '#lib/domain/merge.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { type Member } from '#server/admin/demonstration-office.ts';
import {
	aContent,
	afterStep,
	aMutation,
	aMutationOn,
	BUDI,
	someFacts
} from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';

const random = seededRandom(7);
export const yesterday = () => addDays(dayOf(Date.now(), 'WITA'), -1);

/** Handed in by `owner` yesterday, for an hour of it. */
export function submitted(owner: Member, name: string, startMinute: number): Entry {
	const date = yesterday();
	const at = instantOf(date, 16 * 60, 'WITA');
	const documentId = entryId(owner.nip, date, newUlid(at, random));
	const times = { startMinute, endMinute: startMinute + 60 };
	const content = aContent({ ...times, activity: { code: null, name } });
	const submit = aMutation('entry.submit', { documentId, recordedAt: at, content });
	const actor = { nip: owner.nip, name: owner.name };
	return unsaved(afterStep(undefined, submit, { ...someFacts({}, { date, at }), actor }));
}

/** Handed in by `owner` long after the day, on a device whose time nobody could vouch for. */
export function unproven(owner: Member, name: string): Entry {
	const date = addDays(yesterday(), -60);
	const at = instantOf(addDays(date, 50), 0, 'WITA');
	const documentId = entryId(owner.nip, date, newUlid(at, random));
	const content = aContent({ activity: { code: null, name } });
	const submit = aMutation('entry.submit', { documentId, recordedAt: at, content });
	const actor = { nip: owner.nip, name: owner.name };
	const facts = someFacts({}, { date, at, proven: false });
	return unsaved(afterStep(undefined, submit, { ...facts, actor }));
}

/** Given back by `reviewer` an hour later. */
export function returned(entry: Entry, reviewer: Member, reason: string): Entry {
	const at = instantOf(yesterday(), 17 * 60, 'WITA');
	const saved = { ...entry, _rev: '1-a' };
	const giveBack = aMutationOn(saved, 'review.return', { recordedAt: at, reason });
	const actor = { nip: reviewer.nip, name: reviewer.name };
	const facts = someFacts({}, { actor: BUDI, date: yesterday(), at });
	return unsaved(afterStep(saved, giveBack, { ...facts, actor }));
}

/** Approved by `reviewer` and withdrawn by its owner a moment later, each on a server without the other. */
export function overruled(entry: Entry, owner: Member, reviewer: Member): Entry {
	const saved = { ...entry, _rev: '1-a' };
	const [date, at] = [yesterday(), instantOf(yesterday(), 17 * 60, 'WITA')];
	const approve = aMutationOn(saved, 'review.approve', { recordedAt: at, id: newUlid(at, random) });
	const later = at + 60_000;
	const withdraw = aMutationOn(saved, 'entry.withdraw', {
		recordedAt: later,
		id: newUlid(later, random)
	});
	const approved = afterStep(saved, approve, {
		...someFacts({}, { actor: BUDI, date, at }),
		actor: { nip: reviewer.nip, name: reviewer.name }
	});
	const withdrawn = afterStep(saved, withdraw, {
		...someFacts({}, { date, at: later }),
		actor: { nip: owner.nip, name: owner.name }
	});
	return unsaved(mergeEntries([approved, withdrawn]));
}

function unsaved({ _rev: _made, ...entry }: Entry): Entry {
	return entry;
}
