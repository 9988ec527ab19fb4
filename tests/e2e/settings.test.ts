/** What a person chooses for the device: language, colours, size of text; and which devices stay signed in. */
import { expect, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { Person } from './person.ts';

let server: ServerProcess;
const people: Person[] = [];

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
});

test.afterAll(async () => {
	for (const person of people) await person.dispose();
	await server.dispose();
});

async function personAt(nip: string): Promise<Person> {
	const person = await Person.at(server.url, nip);
	people.push(person);
	await person.openBrowser();
	await person.goTo('/');
	return person;
}

test('English is chosen before signing in, and is there without a line', async () => {
	const person = await personAt(CAST.employee.nip);
	const { page } = person;
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expectAccessible(page);
	await page.getByLabel('NIP').fill(person.nip);
	await page.getByLabel('Password', { exact: true }).fill('contoh-2026');
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expect(page.getByRole('link', { name: /Everything sent/ })).toBeVisible({
		timeout: 60_000
	});

	await person.loseSignal();
	await person.goTo('/catat');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Record an activity');
	await expectAccessible(page);
});
