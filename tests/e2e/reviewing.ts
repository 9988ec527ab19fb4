/** For tests of reviewing: an office whose supervisor has work waiting, he himself, and how much waits. */
import { expect, type Page } from '@playwright/test';
import { type Day, instantOf } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { CAST, MEMBERS } from '#server/admin/demonstration-office.ts';
import { aContent, afterStep, aMutation, someFacts } from '#tests/support/factories.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { Person } from './person.ts';

type Author = { readonly nip: string; readonly name: string };

export const COLLEAGUE: Author = MEMBERS.find(
	({ nip, supervisor }) => supervisor === CAST.supervisor.nip && nip !== CAST.employee.nip
)!;

type Work = {
	readonly date: Day;
	readonly name: string;
	readonly description?: string;
	readonly random: () => number;
};

/** As it lies on the server. */
export function submission(author: Author, { date, name, description = 'Rapi.', random }: Work) {
	const at = instantOf(date, 16 * 60, 'WITA');
	const documentId = entryId(author.nip, date, newUlid(at, random));
	const content = aContent({ activity: { code: null, name }, description });
	const submit = aMutation('entry.submit', { documentId, recordedAt: at, content });
	const actor = { nip: author.nip, name: author.name };
	const facts = { ...someFacts({}, { date, at }), actor };
	const { _rev: _made, ...entry } = afterStep(undefined, submit, facts);
	return entry;
}

/** The demonstration office on a running server, with these beside its own work. */
export async function officeWith(
	submissions: readonly ReturnType<typeof submission>[]
): Promise<ServerProcess> {
	const server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.withDatabases(async ({ work }) => {
		const before = await work.withPrefix(`p${CAST.employee.nip}`);
		expect(before.length).toBeGreaterThan(0);
		const outcomes = await work.write(submissions);
		expect(outcomes.every(({ ok }) => ok)).toBe(true);
	});
	await server.start();
	return server;
}

/** At a laptop, signed in. */
export async function reviewerAt(server: ServerProcess, nip: string): Promise<Person> {
	const person = await Person.at(server.url, nip);
	await person.openBrowser({ width: 1366, height: 768 });
	await person.goTo('/');
	await person.signIn();
	await person.settles();
	return person;
}

/** So much waits for him, as *Tim* says. */
export async function waiting(page: Page): Promise<number> {
	const heading = page.getByRole('heading', { name: /menunggu (Anda periksa|diperiksa)$/i });
	return Number(/^\d+/.exec((await heading.textContent())?.trim() ?? '')?.[0] ?? 0);
}
