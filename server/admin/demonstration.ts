/**
 * Loads the demonstration office into an empty database: people, posts, units, supervision, the
 * calendar of 2026, settings, accounts, and two weeks of work that went through the real rules.
 * Never in production and never into CouchDB; main.ts sees to that.
 */
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
import { newAccount } from '#server/auth/account.ts';
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

/**
 * Fills an empty database; leaves one with settings as it is. Safe to repeat: documents that an
 * interrupted run left are not written twice. Returns lines that tell a visitor how to sign in.
 */
export async function loadDemonstration(databases: Databases, tools: Tools): Promise<string[]> {
	const existing = await databases.work.read([SETTINGS_ID]);
	if (existing.size === 0) {
		await addAccounts(databases.accounts, tools);
		const today = dayOf(tools.now(), 'WITA');
		const documents = references(today);
		await databases.work.write(documents);
		await databases.work.write(pastWork(documents, tools));
		// Last, because its presence says that all is there.
		await databases.work.write([versioned(SETTINGS_ID, { ...DEFAULT_SETTINGS, validFrom: SINCE })]);
	}
	return logins();
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
	const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
	const acting = { supervisor: CAST.actingHead.nip, kind: 'DAILY_ACTING' } as const;
	return [definitive, { ...acting, validFrom: monday, validTo: addDays(monday, 6) }];
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

function logins(): string[] {
	const line = (who: string, { nip, name }: Member, password = PASSWORD) =>
		`  ${nip}  ${password}  ${name}, ${who}`;
	return [
		'Demonstration logins (number, password):',
		line('employee', CAST.employee),
		line('supervisor of the employee', CAST.supervisor),
		line('head of the agency, supervised from outside', CAST.head),
		line('acts for his own supervisor this week (Plh)', CAST.actingHead),
		line('supervisor not known', CAST.withoutSupervisor),
		line('new, must replace the start code', CAST.newcomer, START_CODE)
	];
}
