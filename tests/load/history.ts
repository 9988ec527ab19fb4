/** Work that was recorded and approved long ago: what a device must load before it knows everything. */
import { addDays, type Day, dayOf, DAY_MS, instantOf } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { factsFor, type Facts } from '#lib/domain/facts.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { type Draft } from '#server/db/database.ts';
import { aDirectory, afterStep, aMutation, definitive } from '#tests/support/factories.ts';
import { contentOf, numbers, ZONE } from './office.ts';

export type Author = { readonly nip: Nip; readonly supervisor: Nip };

const A_DAY = 5;
/** When a day's work is written down. */
const EVENING_MINUTE = 18 * 60;
const REVIEWED_AFTER_MS = DAY_MS;

/** `count` approved entries of one person, five a day, back from two days before `now`. */
export const pastEntries = (author: Author, count: number, random: () => number): Draft[] =>
	numbers(count).map((n) => approvedEntry(author, workOf(n, 2 + Math.floor(n / A_DAY), random)));

/** Up to five entries of yesterday that nobody has reviewed. */
export const waitingEntries = (author: Author, count: number, random: () => number): Draft[] =>
	numbers(count).map((n) => withoutRevision(submittedEntry(author, workOf(n, 1, random))));

function workOf(n: number, daysBack: number, random: () => number): Work {
	const date = addDays(dayOf(Date.now(), ZONE), -daysBack);
	return {
		date,
		recordedAt: instantOf(date, EVENING_MINUTE, ZONE),
		hour: n % A_DAY,
		random
	};
}

type Work = {
	readonly date: Day;
	readonly recordedAt: number;
	readonly hour: number;
	readonly random: () => number;
};

function submittedEntry(author: Author, { date, recordedAt, hour, random }: Work): Entry {
	const submit = aMutation('entry.submit', {
		id: newUlid(recordedAt, random),
		documentId: entryId(author.nip, date, newUlid(recordedAt, random)),
		base: null,
		recordedAt,
		content: contentOf(hour, random)
	});
	return afterStep(undefined, submit, factsOf(author, author.nip, { date, at: recordedAt }));
}

function approvedEntry(author: Author, work: Work): Draft {
	const submitted = submittedEntry(author, work);
	const reviewedAt = work.recordedAt + REVIEWED_AFTER_MS;
	const approve = aMutation('review.approve', {
		id: newUlid(reviewedAt, work.random),
		documentId: submitted._id,
		base: submitted.version,
		recordedAt: reviewedAt
	});
	const facts = factsOf(author, author.supervisor, { date: work.date, at: reviewedAt });
	return withoutRevision(afterStep(submitted, approve, facts));
}

function withoutRevision({ _rev: _made, ...draft }: Entry): Draft {
	return draft;
}

type Moment = { readonly date: Day; readonly at: number };

function factsOf({ nip, supervisor }: Author, actor: Nip, { date, at }: Moment): Facts {
	const directory = aDirectory({ supervision: { [nip]: [definitive(supervisor)] } });
	const judged = { at, proven: true };
	return factsFor(directory, { actor, owner: nip, date, judged, contactAt: at, receivedAt: at });
}
