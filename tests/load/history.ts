/** Work that was recorded and approved long ago: what a device must load before it knows everything. */
import { addDays, type Day, dayOf, DAY_MS } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { factsFor, type Facts } from '#lib/domain/facts.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { type Draft } from '#server/db/database.ts';
import { aDirectory, afterStep, aMutation, definitive } from '#tests/support/factories.ts';
import { contentOf, numbers, ZONE } from './office.ts';

export type Author = { readonly nip: Nip; readonly supervisor: Nip };

const A_DAY = 5;
const REVIEWED_AFTER_MS = DAY_MS;

/** `count` approved entries of one person, five a day, back from two days before `now`. */
export function pastEntries(author: Author, count: number, random: () => number): Draft[] {
	const now = Date.now();
	const today = dayOf(now, ZONE);
	return numbers(count).map((n) => {
		const daysBack = 2 + Math.floor(n / A_DAY);
		return approvedEntry(author, {
			date: addDays(today, -daysBack),
			recordedAt: now - daysBack * DAY_MS,
			hour: n % A_DAY,
			random
		});
	});
}

type Work = {
	readonly date: Day;
	readonly recordedAt: number;
	readonly hour: number;
	readonly random: () => number;
};

function approvedEntry(author: Author, work: Work): Draft {
	const { nip, supervisor } = author;
	const documentId = entryId(nip, work.date, newUlid(work.recordedAt, work.random));
	const submit = aMutation('entry.submit', {
		id: newUlid(work.recordedAt, work.random),
		documentId,
		base: null,
		recordedAt: work.recordedAt,
		content: contentOf(work.hour, work.random)
	});
	const submitted = afterStep(
		undefined,
		submit,
		factsOf(author, nip, { date: work.date, at: work.recordedAt })
	);
	const reviewedAt = work.recordedAt + REVIEWED_AFTER_MS;
	const approve = aMutation('review.approve', {
		id: newUlid(reviewedAt, work.random),
		documentId,
		base: submitted.version,
		recordedAt: reviewedAt
	});
	const { _rev: _made, ...draft } = afterStep(
		submitted,
		approve,
		factsOf(author, supervisor, { date: work.date, at: reviewedAt })
	);
	return draft;
}

type Moment = { readonly date: Day; readonly at: number };

function factsOf({ nip, supervisor }: Author, actor: Nip, { date, at }: Moment): Facts {
	const directory = aDirectory({ supervision: { [nip]: [definitive(supervisor)] } });
	const judged = { at, proven: true };
	return factsFor(directory, { actor, owner: nip, date, judged, contactAt: at, receivedAt: at });
}
