/**
 * Loads the demonstration office into an empty database: people, posts, units, supervision, the
 * calendar of 2026, settings, accounts, and two weeks of work that went through the real rules.
 * Never in production and never into CouchDB; main.ts sees to that.
 *
 * 1. Nothing is loaded beside anything else: not one person, post, unit, calendar, settings or account.
 * 2. A marker beside the accounts is written first and completed last. It alone says that the office is
 *    made up, and what is needed to make the same documents again: when it was begun, and the chance.
 * 3. A run that was interrupted goes on at the next start, and nothing is there twice.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { addDays, dayOf, weekdayOf } from '#lib/domain/day.ts';
import {
	CALENDAR_ID,
	personId,
	positionId,
	SETTINGS_ID,
	supervisionId,
	unitId
} from '#lib/domain/document.ts';
import { type Day } from '#lib/domain/day.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/settings.ts';
import { type Assignment } from '#lib/domain/supervision.ts';
import { ACCOUNT_PREFIX, newAccount } from '#server/auth/account.ts';
import { Passwords } from '#server/auth/passwords.ts';
import { type Database, type Draft } from '#server/db/database.ts';
import { CALENDAR_2026 } from './calendar-2026.ts';
import { pastWork } from './demonstration-work.ts';
import {
	CAST,
	type Member,
	MEMBERS,
	OUTER_SUPERVISOR,
	POSTS,
	UNITS
} from './demonstration-office.ts';

const PASSWORD = 'contoh-2026';
const START_CODE = 'mulai-2026';
const SINCE = '2026-01-01';
const EVERYBODY = [OUTER_SUPERVISOR, ...MEMBERS];

type Databases = { readonly work: Database; readonly accounts: Database };
type Tools = { readonly now: () => number; readonly random: () => number };

const MARKER_ID = 'demonstration:1';
const Marker = z.object({
	/** Epoch ms. */
	startedAt: z.int(),
	seed: z.int(),
	isComplete: z.boolean()
});
type Marker = z.infer<typeof Marker>;
type Marked = { readonly marker: Marker; readonly rev: string };

/**
 * Fills an empty database, or goes on filling one; leaves every other as it is. Safe to repeat. Returns
 * lines that tell a visitor how to sign in, none where the office isn't the made-up one. Throws
 * DatabaseUnavailable when the database fails; the next run goes on.
 */
export async function loadDemonstration(databases: Databases, tools: Tools): Promise<string[]> {
	const { accounts } = databases;
	const before = await readMarker(accounts);
	if (!before && !(await isEmpty(databases))) return [];
	const { marker, rev } = before ?? (await begin(accounts, tools));
	if (!marker.isComplete) {
		await fill(databases, { now: () => marker.startedAt, random: chanceOf(marker.seed) });
		const complete = { ...marker, isComplete: true };
		await accounts.write([{ _id: MARKER_ID, _rev: rev, schema: 1, ...complete }]);
	}
	const startedOn = dayOf(marker.startedAt, 'WITA');
	return logins({ isStandInToday: isInWeekOf(startedOn, dayOf(tools.now(), 'WITA')) });
}

async function readMarker(accounts: Database): Promise<Marked | undefined> {
	const document = (await accounts.read([MARKER_ID])).get(MARKER_ID);
	return document && { marker: Marker.parse(document), rev: document._rev };
}

async function begin(accounts: Database, { now, random }: Tools): Promise<Marked> {
	const seed = Math.floor(random() * 2 ** 32);
	const marker = { startedAt: now(), seed, isComplete: false };
	await accounts.write([{ _id: MARKER_ID, schema: 1, ...marker }]);
	const written = await readMarker(accounts);
	if (!written) throw new Error('the marker must exist after it was written');
	return written;
}

/** Whether nothing is there that an office is made of. Stops at the first thing it finds. */
async function isEmpty({ work, accounts }: Databases): Promise<boolean> {
	if ((await accounts.withPrefix(ACCOUNT_PREFIX)).length > 0) return false;
	for (const prefix of ['all:', 'j', 't']) {
		if ((await work.withPrefix(prefix)).length > 0) return false;
	}
	return true;
}

/** The same chance for the same seed: a run that goes on makes the documents of the interrupted one. */
function chanceOf(seed: number): () => number {
	let drawn = 0;
	return () => {
		drawn += 1;
		return createHash('sha256').update(`${seed} ${drawn}`).digest().readUInt32LE() / 2 ** 32;
	};
}

/** What is there already stays as it is. */
async function fill({ work, accounts }: Databases, tools: Tools): Promise<void> {
	await addAccounts(accounts, tools);
	const documents = references(dayOf(tools.now(), 'WITA'));
	await work.write(documents);
	await work.write(pastWork(documents, tools));
	await work.write([versioned(SETTINGS_ID, { ...DEFAULT_SETTINGS, validFrom: SINCE })]);
}

function references(today: Day): Draft[] {
	return [
		...UNITS.map(({ id, name, agency }) => ({
			_id: unitId(id),
			schema: 1,
			name,
			agency,
			zone: 'WITA'
		})),
		...POSTS.map(({ id, name, activities }) => ({
			_id: positionId(id),
			schema: 1,
			name,
			activities
		})),
		...EVERYBODY.map(person),
		...EVERYBODY.map((member) => ({
			_id: supervisionId(member.nip),
			schema: 1,
			assignments: assignments(member, today)
		})),
		versioned(CALENDAR_ID, CALENDAR_2026)
	];
}

function person({ nip, name, employmentType, position, unit }: Member): Draft {
	const card = { nip, name, employmentType, position, unit };
	return { _id: personId(nip), schema: 1, ...card };
}

const versioned = (id: string, version: unknown): Draft & { readonly versions: unknown[] } => ({
	_id: id,
	schema: 1,
	versions: [version]
});

function assignments({ supervisor }: Member, today: Day): Assignment[] {
	if (supervisor === undefined) return [];
	const definitive: Assignment = { supervisor, kind: 'DEFINITIVE', validFrom: SINCE };
	if (supervisor !== CAST.headOfField.nip) return [definitive];
	const acting = { supervisor: CAST.actingHead.nip, kind: 'DAILY_ACTING' } as const;
	return [definitive, { ...acting, ...weekOf(today) }];
}

type Week = { readonly validFrom: Day; readonly validTo: Day };

/** Monday to Sunday. */
function weekOf(day: Day): Week {
	const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
	return { validFrom: monday, validTo: addDays(monday, 6) };
}

function isInWeekOf(start: Day, day: Day): boolean {
	const { validFrom, validTo } = weekOf(start);
	return validFrom <= day && day <= validTo;
}

async function addAccounts(accounts: Database, tools: Tools): Promise<void> {
	const passwords = new Passwords(tools);
	const known = await passwords.hash(PASSWORD);
	const start = await passwords.hash(START_CODE);
	if (!known.ok || !start.ok)
		throw new Error('hashing two passwords can not overload a starting server');
	const drafts = EVERYBODY.map(({ nip }) =>
		nip === CAST.newcomer.nip
			? newAccount(nip, { hash: start.value, startCode: true })
			: newAccount(nip, { hash: known.value, startCode: false })
	);
	await accounts.write(drafts);
}

/** His stand-in is written for the week in which the office was loaded, and told only while that lasts. */
function logins({ isStandInToday }: { readonly isStandInToday: boolean }): string[] {
	const line = (who: string, { nip, name }: Member, password = PASSWORD) =>
		`  ${nip}  ${password}  ${name}, ${who}`;
	const standIn = line('acts for his own supervisor this week (Plh)', CAST.actingHead);
	return [
		'Demonstration logins (number, password):',
		line('employee', CAST.employee),
		line('supervisor of the employee', CAST.supervisor),
		line('head of the agency, supervised from outside', CAST.head),
		...(isStandInToday ? [standIn] : []),
		line('supervisor not known', CAST.withoutSupervisor),
		line('new, must replace the start code', CAST.newcomer, START_CODE)
	];
}
