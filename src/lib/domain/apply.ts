/**
 * The one rule for every change, run by the device when a person taps and by the server when the
 * mutation arrives. Pure: no clock, no storage, no network.
 *
 * The order of the questions is the order in which a person would want the answers: may you at all;
 * is it still what you looked at; can this step be taken from here; is what you say in itself right;
 * is it in time.
 */
import { addWorkdays } from './calendar.ts';
import { dayOf, instantOf, addDays, MINUTE_MS } from './day.ts';
import { SCHEMA } from './document.ts';
import {
	currentItem,
	type Entry,
	hasMutation,
	type HistoryItem,
	keyOf,
	nextStatus,
	type Step,
	STEP_OF,
	type Timing
} from './entry.ts';
import { brokenRules, type EntryContent, endsAt } from './entry-content.ts';
import { type Facts } from './facts.ts';
import { type Mutation } from './mutation.ts';
import { type Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';
import { windowClosesAt } from './settings.ts';

/** People round up to the next five minutes; that is not the future. */
const FUTURE_TOLERANCE_MINUTES = 5;

const OWNER_STEPS: ReadonlySet<Step> = new Set(['submit', 'withdraw']);

/**
 * Applies one mutation to one entry. An entry that already contains the mutation is given back as it
 * is (I3). The argument is left as it was. A refusal changes nothing and says why.
 */
export function apply(
	entry: Entry | undefined,
	mutation: Mutation,
	facts: Facts
): Result<Entry, Refusal> {
	if (entry && hasMutation(entry, mutation.id)) return ok(entry);
	const step = STEP_OF[mutation.kind];

	const refusal =
		refusePerson(step, facts) ??
		refuseVersion(entry, mutation) ??
		refuseStep(entry, step, facts) ??
		refuseContent(mutation, facts) ??
		refuseWindow(entry, mutation, facts);
	if (refusal) return err(refusal);

	return ok(advance(entry, mutation, facts));
}

function refusePerson(step: Step, facts: Facts): Refusal | undefined {
	const allowed = OWNER_STEPS.has(step) ? facts.isOwner : facts.reviewsAs !== undefined;
	return allowed ? undefined : { type: 'not-allowed' };
}

function refuseVersion(entry: Entry | undefined, { base }: Mutation): Refusal | undefined {
	if (!entry) return base === null ? undefined : { type: 'document-missing' };
	if (entry.version === base) return undefined;
	const { by, byName, kind, judgedAt } = currentItem(entry);
	return { type: 'version-moved', by, byName, kind, at: judgedAt, status: entry.status };
}

function refuseStep(entry: Entry | undefined, step: Step, facts: Facts): Refusal | undefined {
	const status = entry?.status ?? 'new';
	const last = entry && currentItem(entry);
	if (nextStatus(status, step) === null) {
		const since = last && { byName: last.byName, at: last.judgedAt };
		return { type: 'step-refused', step, status, ...since };
	}
	// Only who decided may take the decision back.
	if (step === 'undo' && last && last.by !== facts.actor.nip) {
		return { type: 'not-allowed', byName: last.byName };
	}
	return undefined;
}

function refuseContent(mutation: Mutation, facts: Facts): Refusal | undefined {
	if (mutation.kind !== 'entry.submit') return undefined;
	const broken = brokenRules(mutation.content);
	if (broken.length > 0) return { type: 'content-refused', broken: [...broken] };
	const end = endsAt(dateOf(mutation), mutation.content, facts.zone);
	const latest = facts.judged.at + FUTURE_TOLERANCE_MINUTES * MINUTE_MS;
	return end > latest ? { type: 'in-future', endsAt: end } : undefined;
}

/** Only a first submission proven to be late is refused; everything doubtful is left to the reviewer. */
function refuseWindow(
	entry: Entry | undefined,
	mutation: Mutation,
	facts: Facts
): Refusal | undefined {
	if (mutation.kind !== 'entry.submit' || entry || !facts.judged.proven) return undefined;
	const date = dateOf(mutation);
	const closedAt = firstInputClosesAt(date, facts);
	return facts.judged.at < closedAt ? undefined : { type: 'window-closed', date, closedAt };
}

/** When the window for `date` closes: by the kindest of the settings that may judge. */
export function firstInputClosesAt(date: string, facts: Pick<Facts, 'settings' | 'zone'>): number {
	return Math.max(
		...facts.settings.map((version) => windowClosesAt(date, version.inputWindow, facts.zone))
	);
}

/** When a returned entry may no longer be resubmitted as on time. */
export function resubmissionClosesAt(
	returnedAt: number,
	facts: Pick<Facts, 'settings' | 'zone' | 'calendar' | 'knownCalendar'>
): number {
	const { zone, calendar, knownCalendar = calendar } = facts;
	const returnedOn = dayOf(returnedAt, zone);
	const days = Math.max(...facts.settings.map((version) => version.returnDays));
	const closings = [calendar, knownCalendar].map((each) =>
		instantOf(addDays(addWorkdays(returnedOn, days, each), 1), 0, zone)
	);
	return Math.max(...closings);
}

function timingOf(entry: Entry | undefined, date: string, facts: Facts): Timing {
	const { at, proven } = facts.judged;
	const isReturned = entry?.status === 'returned';
	const closesAt = isReturned
		? resubmissionClosesAt(currentItem(entry).judgedAt, facts)
		: firstInputClosesAt(date, facts);
	// An edit before review keeps the time of what it edits, which already passed the window; and an
	// answer in time doesn't prove that what was returned had been in time.
	if (entry && (!isReturned || at < closesAt)) return lastTiming(entry);
	if (at < closesAt) return 'on-time';
	return proven ? 'late' : 'unproven';
}

function lastTiming(entry: Entry): Timing {
	return entry.history.findLast((item) => item.timing && !item.overruled)?.timing ?? 'on-time';
}

function advance(entry: Entry | undefined, mutation: Mutation, facts: Facts): Entry {
	const status = nextStatus(entry?.status ?? 'new', STEP_OF[mutation.kind]);
	const content = mutation.kind === 'entry.submit' ? mutation.content : entry?.content;
	if (!status || !content) throw new Error('apply() checks the step before it advances');
	return {
		...(entry ?? { _id: mutation.documentId, schema: SCHEMA }),
		status,
		content,
		version: mutation.id,
		history: [...(entry?.history ?? []), historyItem(entry, mutation, facts)]
	};
}

function historyItem(entry: Entry | undefined, mutation: Mutation, facts: Facts): HistoryItem {
	const acting = facts.reviewsAs === 'DEFINITIVE' ? undefined : facts.reviewsAs;
	return {
		id: mutation.id,
		n: Math.max(0, ...(entry?.history ?? []).map(({ n }) => n)) + 1,
		kind: mutation.kind,
		by: facts.actor.nip,
		byName: facts.actor.name,
		...(acting && !facts.isOwner ? { as: acting } : {}),
		base: mutation.base,
		recordedAt: mutation.recordedAt,
		judgedAt: facts.judged.at,
		receivedAt: facts.receivedAt,
		...(facts.judged.proven ? {} : { unproven: true }),
		...saidBy(entry, mutation, facts)
	};
}

type Said = {
	content?: EntryContent;
	timing?: Timing;
	reason?: string;
	confirmsTime?: boolean;
};

function saidBy(entry: Entry | undefined, mutation: Mutation, facts: Facts): Said {
	switch (mutation.kind) {
		case 'entry.submit':
			return { content: mutation.content, timing: timingOf(entry, dateOf(mutation), facts) };
		case 'review.return':
		case 'review.reject':
			return { reason: mutation.reason };
		case 'review.approve':
			return mutation.confirmsTime ? { confirmsTime: true } : {};
		case 'entry.withdraw':
		case 'review.undo':
			return {};
	}
}

const dateOf = (mutation: Mutation): string => keyOf({ _id: mutation.documentId }).date;
