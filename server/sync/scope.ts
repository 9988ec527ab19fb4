/**
 * Which feeds a person may hold (I9): own work and reviews of this and last year, own card, the
 * cards of his reviewers; as reviewer the work, reviews and cards of those he reviews today or
 * reviewed in a period not yet closed; their posts; what is common to all.
 */
import { addDays, type Day } from '#lib/domain/day.ts';
import {
	cardFeed,
	COMMON_FEED,
	type Feed,
	positionFeed,
	reviewFeed,
	workFeed
} from '#lib/domain/document.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { assignmentsOn, reviewerOn } from '#lib/domain/supervision.ts';
import { type ServerDirectory } from './directory.ts';

/** Until closing periods exist, the last two months count as not yet closed. */
const OPEN_DAYS = 62;

/** The person's feeds on `today`, each once, in order. */
export function scopeOf(directory: ServerDirectory, person: Nip, today: Day): Feed[] {
	const year = Number(today.slice(0, 4));
	const reviewed = directory.reviewedBy(person, openDays(today));
	const years = today.slice(5, 7) === '01' ? [year, year - 1] : [year];
	const feeds = [
		COMMON_FEED,
		...personal(directory, person, today),
		...reviewed.flatMap((nip) => [
			...years.flatMap((each) => [workFeed(nip, each), reviewFeed(nip, each)]),
			cardFeed(nip),
			...postOf(directory, nip)
		]),
		...secondLevel(directory, reviewed, today).map((nip) => reviewFeed(nip, year))
	];
	return [...new Set(feeds)].sort();
}

function personal(directory: ServerDirectory, person: Nip, today: Day): Feed[] {
	const year = Number(today.slice(0, 4));
	return [
		...[year, year - 1].flatMap((each) => [workFeed(person, each), reviewFeed(person, each)]),
		cardFeed(person),
		...postOf(directory, person),
		...superiors(directory, person, today).map(cardFeed)
	];
}

/** Everybody assigned today, and who reviews in the end when the person acts for his own supervisor. */
function superiors(directory: ServerDirectory, person: Nip, today: Day): Nip[] {
	const of = (nip: Nip) => directory.supervision(nip);
	const assigned = assignmentsOn(of(person), today).map(({ supervisor }) => supervisor);
	const reviewer = reviewerOn(of, person, today);
	return reviewer ? [...assigned, reviewer.nip] : assigned;
}

const postOf = (directory: ServerDirectory, nip: Nip): Feed[] => {
	const position = directory.person(nip)?.position;
	return position === undefined ? [] : [positionFeed(position)];
};

function secondLevel(directory: ServerDirectory, reviewed: readonly Nip[], today: Day): Nip[] {
	return reviewed.flatMap((nip) => directory.reviewedBy(nip, [today]));
}

function openDays(today: Day): Day[] {
	const days: Day[] = [];
	for (let back = 0; back <= OPEN_DAYS; back += 1) days.push(addDays(today, -back));
	return days;
}
