import { describe, expect, test } from 'vitest';
import {
	aCalendar,
	aDirectory,
	BUDI,
	definitive,
	NOW,
	RATNA,
	SITI,
	someSettings,
	TODAY
} from '#tests/support/factories.ts';
import { addDays, DAY_MS, instantOf } from './day.ts';
import {
	type Directory,
	type Facts,
	factsFor,
	type Question,
	trustDaysOf,
	zoneOf
} from './facts.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { type Assignment } from './supervision.ts';

const OUTSIDER = '197505051999031005';
const YESTERDAY = addDays(TODAY, -1);

const factsOf = (directory: Directory, over: Partial<Question> = {}): Facts =>
	factsFor(directory, {
		actor: SITI,
		owner: SITI,
		date: TODAY,
		judged: { at: NOW, proven: true },
		contactAt: NOW,
		receivedAt: NOW,
		...over
	});

const capacity = (supervision: Record<string, Assignment[]>, over: Partial<Question>) =>
	factsOf(aDirectory({ supervision }), over).reviewsAs;

describe('who may review', () => {
	const changed = {
		[SITI]: [
			{ ...definitive(BUDI), validTo: YESTERDAY },
			{ ...definitive(RATNA), validFrom: TODAY }
		]
	};

	test('the supervisor may, the owner and a stranger may not', () => {
		const may = [BUDI, SITI, RATNA, OUTSIDER].map((actor) => capacity({}, { actor }));
		expect(may).toEqual(['DEFINITIVE', undefined, undefined, undefined]);
	});

	test("the supervisor of the work's date may, also after he was replaced", () => {
		expect(capacity(changed, { actor: BUDI, date: YESTERDAY })).toBe('DEFINITIVE');
		expect(capacity(changed, { actor: BUDI, date: TODAY })).toBeUndefined();
	});

	test('so may the supervisor of the day of the decision', () => {
		expect(capacity(changed, { actor: RATNA, date: YESTERDAY })).toBe('DEFINITIVE');
		const before = { at: NOW - DAY_MS, proven: true };
		expect(capacity(changed, { actor: RATNA, date: YESTERDAY, judged: before })).toBeUndefined();
	});

	test("the day of the decision is a day in the owner's zone", () => {
		const atMidnight = (before: number) => ({
			at: instantOf(TODAY, 0, 'WIT') - before,
			proven: true
		});
		const directory = aDirectory({ zone: 'WIT', supervision: changed });
		const asked = (before: number) => ({
			actor: RATNA,
			date: YESTERDAY,
			judged: atMidnight(before)
		});
		expect(factsOf(directory, asked(0)).reviewsAs).toBe('DEFINITIVE');
		expect(factsOf(directory, asked(1)).reviewsAs).toBeUndefined();
	});

	test("nobody reviews himself while he holds his own supervisor's post; its superior does", () => {
		const plh: Assignment = { ...definitive(SITI), kind: 'DAILY_ACTING' };
		const held = { [SITI]: [definitive(BUDI), plh] };
		const may = [SITI, BUDI, RATNA].map((actor) => capacity(held, { actor }));
		expect(may).toEqual([undefined, undefined, 'DEFINITIVE']);
	});

	test('I9: one replaced after his last contact may still decide what he decided before he could know', () => {
		const replaced = {
			[SITI]: [
				definitive(BUDI),
				{ ...definitive(RATNA), validFrom: YESTERDAY, publishedAt: NOW - DAY_MS }
			]
		};
		const of = (actor: string, contactAt: number | undefined) =>
			capacity(replaced, { actor, contactAt });
		expect(of(BUDI, NOW - 2 * DAY_MS)).toBe('DEFINITIVE');
		expect(of(BUDI, NOW)).toBeUndefined();
		expect(of(BUDI, undefined)).toBeUndefined();
		expect(of(RATNA, NOW - 2 * DAY_MS)).toBe('DEFINITIVE');
	});

	test('a supervisor outside the agency, of whom no card is known, may review', () => {
		const directory = {
			...aDirectory({ supervision: { [SITI]: [definitive(OUTSIDER)] } }),
			person: () => undefined
		};
		const facts = factsOf(directory, { actor: OUTSIDER });
		expect(facts.reviewsAs).toBe('DEFINITIVE');
		expect(facts.actor).toEqual({ nip: OUTSIDER, name: OUTSIDER });
	});

	test('where no supervisor is known nobody reviews, and the owner stays the owner', () => {
		const directory = aDirectory({ supervision: { [SITI]: [] } });
		expect(factsOf(directory, { actor: BUDI }).reviewsAs).toBeUndefined();
		expect(factsOf(directory)).toMatchObject({ isOwner: true, reviewsAs: undefined });
	});
});

describe('zoneOf', () => {
	test("a person's zone is that of his unit, and WITA where none is known", () => {
		expect(zoneOf(aDirectory({ zone: 'WIT' }), SITI)).toBe('WIT');
		expect(zoneOf({ ...aDirectory(), unit: () => undefined }, SITI)).toBe('WITA');
		expect(zoneOf({ ...aDirectory(), person: () => undefined }, SITI)).toBe('WITA');
	});
});

describe('the settings that judge', () => {
	const OLD = { returnDays: 5, publishedAt: NOW - 10 * DAY_MS, validFrom: '2026-01-01' };
	const NEW = { returnDays: 1, publishedAt: NOW - 2 * DAY_MS, validFrom: YESTERDAY };
	const returnDays = (contactAt: number | undefined, at = NOW) =>
		factsOf(aDirectory({ settings: someSettings(OLD, NEW) }), {
			contactAt,
			judged: { at, proven: true }
		}).settings.map((version) => version.returnDays);

	test.each([
		['that knew the version in force', NEW.publishedAt, [1]],
		['that last heard before it was published', NEW.publishedAt - 1, [1, 5]],
		['that never proved a contact', undefined, [1]]
	])('for a device %s', (_who, contactAt, expected) => {
		expect(returnDays(contactAt)).toEqual(expected);
	});

	test('a version counts from its first day on', () => {
		expect(returnDays(NOW, instantOf(YESTERDAY, 0, 'WITA') - 1)).toEqual([5]);
		expect(returnDays(NOW, instantOf(YESTERDAY, 0, 'WITA'))).toEqual([1]);
	});

	test("a city's first settings leave a device that knew none the usual ones", () => {
		const directory = aDirectory({ settings: someSettings(NEW) });
		const { settings } = factsOf(directory, { contactAt: NEW.publishedAt - 1 });
		expect(settings).toEqual([expect.objectContaining({ returnDays: 1 }), DEFAULT_SETTINGS]);
	});

	test('where nothing is published the usual ones judge', () => {
		const directory = { ...aDirectory(), settings: () => undefined };
		expect(factsOf(directory).settings).toEqual([DEFAULT_SETTINGS]);
	});
});

describe('the calendar that counts', () => {
	const calendar = aCalendar(['2026-11-25']);
	const [version] = calendar.versions;
	const withoutIt = { validFrom: '2026-01-01', publishedAt: NOW - DAY_MS, daysOff: [] };
	const directory = aDirectory({
		calendar: { ...calendar, versions: [...(version ? [version] : []), withoutIt] }
	});

	test('a device that knew an older one brings its days off with it', () => {
		const { calendar: inForce, knownCalendar } = factsOf(directory, {
			contactAt: NOW - 2 * DAY_MS
		});
		expect(inForce.daysOff).toEqual([]);
		expect(knownCalendar?.daysOff.map(({ on }) => on)).toEqual(['2026-11-25']);
	});

	test('a device that knew the newest brings nothing', () => {
		expect(factsOf(directory)).not.toHaveProperty('knownCalendar');
	});

	test('where none is published no day is off', () => {
		const none = { ...aDirectory(), calendar: () => undefined };
		expect(factsOf(none).calendar.daysOff).toEqual([]);
	});
});

describe('for how long a device is believed', () => {
	const narrowed = aDirectory({
		settings: someSettings({
			validFrom: '2026-01-01',
			publishedAt: NOW - DAY_MS,
			offlineTrustDays: 1
		})
	});
	const days = (contactAt: number | undefined) =>
		trustDaysOf(narrowed, { actor: SITI, at: NOW, contactAt });

	test('by the settings in force', () => {
		expect(days(NOW)).toBe(1);
		expect(days(undefined)).toBe(1);
	});

	test('I12: by what it knew, if the stricter were published after its last contact', () => {
		expect(days(NOW - 2 * DAY_MS)).toBe(DEFAULT_SETTINGS.offlineTrustDays);
	});
});
