/** Who signs out is told what has not been sent; it stays, and is sent once after the next sign-in. */
import { expect, test } from '@playwright/test';
import { Entry } from '#lib/domain/entry.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible, expectRoomForWords } from './accessible.ts';
import { Person } from './person.ts';
import { fillIn, record } from './recording.ts';

const WORK = ['Menyalin daftar hadir', 'Memberi nomor rak'];
const HALF_TYPED = 'Setengah kalimat';

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

/** Without a line: two activities are kept, a third is half typed. */
async function workOffline(person: Person): Promise<void> {
	const { page, words } = person;
	await person.loseSignal();
	for (const [index, name] of WORK.entries())
		await record(person, { name, span: [`0${8 + index}:00`, `0${8 + index}:30`] });
	await person.goTo('/catat');
	await fillIn(person, { name: HALF_TYPED, span: ['13:00', '13:30'] });
	await expect(page.getByText(words.form.draftSaved)).toBeVisible();
}

async function signsInAgain({ page, words }: Person, name: string): Promise<void> {
	await page.getByRole('button', { name }).click();
	await page.getByLabel(words.signIn.password, { exact: true }).fill('contoh-2026');
	await page.getByRole('button', { name: words.signIn.submit, exact: true }).click();
}

const CASES = {
	Indonesian: {
		who: CAST.employee,
		unsent: /2 kegiatan/,
		drafts: /1 draf/,
		isGood: expectAccessible
	},
	English: {
		who: CAST.withoutSupervisor,
		unsent: /2 activities/,
		drafts: /1 unsaved draft/,
		isGood: expectRoomForWords
	}
};

for (const [language, { who, unsent, drafts, isGood }] of Object.entries(CASES)) {
	test(`what is unsent is said before the sign-out, and sent after the next sign-in, in ${language}`, async () => {
		const person = await Person.at(server.url, who.nip);
		people.push(person);
		await person.openBrowser();
		await person.goTo('/');
		if (language === 'English') await person.choosesEnglish();
		await person.signIn();
		await person.settles();
		await workOffline(person);

		const { page, words } = person;
		const account = words.frame.account;
		await page.getByRole('button', { name: account.open(who.name) }).click();
		const dialog = page.getByRole('dialog', { name: who.name });
		await expect(dialog.getByText(unsent)).toBeVisible();
		await expect(dialog.getByText(drafts)).toBeVisible();
		await isGood(page);
		await dialog.getByRole('button', { name: account.signOut }).click();
		await expect(page.getByRole('heading', { level: 1, name: words.signIn.title })).toBeVisible();
		await expect(page.getByRole('button', { name: who.name })).toBeVisible();
		await isGood(page);

		await signsInAgain(person, who.name);
		await person.seesDelivery(unsent);
		await person.goTo('/catat');
		await expect(page.getByLabel(words.form.start)).toHaveValue('13:00');
		await person.findSignal();
		await person.seesAllSent();
		expect(await namesOf(who.nip)).toEqual([...WORK].sort());
	});
}

/** What of it the server holds. */
async function namesOf(nip: string): Promise<string[]> {
	await server.signal('SIGTERM');
	const documents = await server.withDatabases(({ work }) => work.withPrefix(`p${nip}`));
	await server.start();
	return documents
		.map((document) => Entry.parse(document).content.activity.name)
		.filter((name) => WORK.includes(name))
		.sort();
}
