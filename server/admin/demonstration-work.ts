/** Two weeks of work of six people, each step judged by the real rules at its own time. */
import { apply } from '#lib/domain/apply.ts';
import { type Calendar, isWorkday } from '#lib/domain/calendar.ts';
import { addDays, type Day, dayOf, instantOf } from '#lib/domain/day.ts';
import {
	CALENDAR_ID,
	entryId,
	personId,
	SETTINGS_ID,
	supervisionId,
	unitId
} from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type EntryContent, normMinutes } from '#lib/domain/entry-content.ts';
import { type Directory, factsFor } from '#lib/domain/facts.ts';
import { type Mutation } from '#lib/domain/mutation.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Person, type Unit } from '#lib/domain/organisation.ts';
import { type Settings } from '#lib/domain/settings.ts';
import { reviewerOn, type Supervision } from '#lib/domain/supervision.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { type Draft } from '#server/db/database.ts';
import { CALENDAR_2026 } from './calendar-2026.ts';
import { type Member, MEMBERS, POSTS } from './demonstration-office.ts';

const DAYS_BACK = 14;
const PEOPLE = 6;
const FIRST_START = 8 * 60;
const RECORDED_AT = 16 * 60;
const REVIEWED_AT = 9 * 60;

type Tools = { readonly now: () => number; readonly random: () => number };
type Past = Tools & { readonly directory: Directory };

export function pastWork(references: readonly Draft[], tools: Tools): Draft[] {
	const today = dayOf(tools.now(), 'WITA');
	const past = { ...tools, directory: directoryOf(references) };
	const staff = MEMBERS.filter(
		({ position, supervisor }) => supervisor && ['arsiparis', 'pustakawan'].includes(position)
	);
	return staff
		.filter((_member, index) => index % 2 === 0)
		.slice(0, PEOPLE)
		.flatMap((member) => workdaysBefore(today).flatMap((date) => dayOfWork(past, member, date)));
}

function workdaysBefore(today: Day): Day[] {
	const days = Array.from({ length: DAYS_BACK }, (_unused, index) =>
		addDays(today, index - DAYS_BACK)
	);
	return days.filter((day) => isWorkday(day, CALENDAR_2026));
}

function dayOfWork(past: Past, member: Member, date: Day): Draft[] {
	const activities = POSTS.find(({ id }) => id === member.position)?.activities ?? [];
	const entries: Draft[] = [];
	let startMinute = FIRST_START;
	for (const activity of activities.slice(0, 2 + Math.floor(past.random() * 2))) {
		const endMinute = startMinute + 90;
		const quantity = Math.max(1, Math.floor(90 / activity.standardMinutes));
		const span = { startMinute, endMinute, quantity };
		const content: EntryContent = {
			...span,
			activity: { code: activity.code, name: activity.name },
			description: '',
			unit: activity.unit,
			effectiveMinutes: normMinutes(activity.standardMinutes, span),
			target: null,
			evidence: null,
			note: null
		};
		entries.push(story(past, member, { date, content }));
		startMinute = endMinute + 15;
	}
	return entries;
}

/** Recorded in the afternoon; mostly approved the next morning, sometimes returned, lately still waiting. */
function story(
	past: Past,
	{ nip }: Member,
	{ date, content }: { date: Day; content: EntryContent }
): Entry {
	const recordedAt = instantOf(date, RECORDED_AT, 'WITA');
	const submit = { ...intention(past, recordedAt), base: null };
	const documentId = entryId(nip, date, submit.id);
	const submitted = take(past, nip, { kind: 'entry.submit', ...submit, documentId, content });

	const reviewedAt = instantOf(addDays(date, 1), REVIEWED_AT, 'WITA');
	const reviewer = reviewerOn((each) => past.directory.supervision(each), nip, date)?.nip;
	const chance = past.random();
	if (!reviewer || reviewedAt > past.now() || chance < 0.2) return submitted;
	const decision = { ...intention(past, reviewedAt), base: submitted.version, documentId };
	const mutation: Mutation =
		chance < 0.3
			? { kind: 'review.return', ...decision, reason: 'Mohon lengkapi uraian dan jumlahnya.' }
			: { kind: 'review.approve', ...decision };
	return take(past, reviewer, mutation, submitted);
}

const intention = ({ random }: Past, at: number) => ({
	id: newUlid(at, random),
	seq: 1,
	recordedAt: at
});

function take({ directory }: Past, actor: Nip, ...[mutation, entry]: [Mutation, Entry?]): Entry {
	const at = mutation.recordedAt;
	const [owner = '', date = ''] = [
		mutation.documentId.slice(1, 19),
		mutation.documentId.split(':')[2]
	];
	const judged = { at, proven: true };
	const question = { actor, owner, date, judged, contactAt: at, receivedAt: at };
	const next = apply(entry, mutation, factsFor(directory, question));
	if (!next.ok) throw new Error(`the demonstration breaks a rule: ${next.error.type}`);
	return next.value;
}

/** The documents about to be written, as facts. */
function directoryOf(references: readonly Draft[]): Directory {
	const byId = new Map(references.map((document) => [document._id, document]));
	const get = <T>(id: string) => byId.get(id) as unknown as T | undefined; // references() made them in these shapes
	return {
		person: (nip) => get<Person>(personId(nip)),
		supervision: (nip) => get<Supervision>(supervisionId(nip)),
		unit: (id) => get<Unit>(unitId(id)),
		settings: () => get<Settings>(SETTINGS_ID),
		calendar: () => get<Calendar>(CALENDAR_ID)
	};
}
