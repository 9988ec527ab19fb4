/** What a person chooses for the device: language, colours, size of text. */
import { expect, type Page, test } from '@playwright/test';
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

test('signing out elsewhere ends the other session and not this one', async () => {
	const [here, there] = [
		await personAt(CAST.withoutSupervisor.nip),
		await personAt(CAST.withoutSupervisor.nip)
	];
	for (const person of [here, there]) {
		await person.signIn();
		await person.settles();
	}
	await here.goTo('/pengaturan');
	const action = { name: 'Keluar dari perangkat lain' };
	await here.page.getByRole('button', action).click();
	await expect(here.page.getByRole('dialog')).toBeVisible();
	await expectAccessible(here.page);
	await here.page.getByRole('dialog').getByRole('button', action).click();
	await expect(here.page.getByText('Semua perangkat lain sudah dikeluarkan')).toBeVisible();

	for (const person of [here, there]) {
		await person.goTo('/pengiriman');
		await person.page.getByRole('button', { name: 'Kirim sekarang' }).click();
	}
	await expect(there.page.getByText(/Sesi Anda berakhir/).first()).toBeVisible();
	await here.seesAllSent();
	await expect(here.page.getByText(/Sesi Anda berakhir/)).toHaveCount(0);

	// The program on that device still has a session of its own; the way back in must be open all the same.
	await there.page.getByRole('link', { name: 'Masuk lagi' }).first().click();
	await there.page.getByRole('button', { name: CAST.withoutSupervisor.name }).click();
	await there.page.getByLabel('Kata sandi', { exact: true }).fill('contoh-2026');
	await there.page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(there.page.getByRole('heading', { level: 1 })).toHaveText('Hari ini');
	await there.seesAllSent();
});

/** What the choices have made of the page. */
const lookOf = (page: Page) =>
	page.evaluate(() => {
		const { fontSize, colorScheme } = getComputedStyle(document.documentElement);
		return { fontSize, colorScheme, lang: document.documentElement.lang };
	});

test('size of text, colours and language stay chosen, also without a line', async () => {
	const person = await personAt(CAST.supervisor.nip);
	const { page } = person;
	await person.signIn();
	await person.settles();
	// Who is checked by the wrong person finds there what to do about it.
	await page.getByRole('link', { name: /^Diperiksa oleh / }).click();
	await expect(page.getByText('Data saya salah')).toBeInViewport();
	await person.goTo('/');
	await page.getByRole('button', { name: /^Akun / }).click();
	await page.getByRole('link', { name: 'Pengaturan' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Pengaturan' })).toBeVisible();
	await expect(page.getByText(/^sejak /)).toBeVisible();
	await page.getByText('Data saya salah').click();
	await expectAccessible(page);
	await page.emulateMedia({ colorScheme: 'light' });
	expect(await lookOf(page)).toEqual({ fontSize: '18px', colorScheme: 'light', lang: 'id' });

	await page.getByLabel('Sangat besar').check();
	await page.getByLabel('Gelap').check();
	const dark = { fontSize: '24px', colorScheme: 'dark' };
	expect(await lookOf(page)).toEqual({ ...dark, lang: 'id' });
	await page.getByLabel('English').check();
	await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
	await person.seesDelivery(/Everything sent/, 'Delivery');

	await person.loseSignal();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
	expect(await lookOf(page)).toEqual({ ...dark, lang: 'en' });
	await page.getByLabel('Light').check();
	expect(await lookOf(page)).toEqual({ fontSize: '24px', colorScheme: 'light', lang: 'en' });
	await page.getByLabel('Bahasa Indonesia').check();
	await expect(page.getByRole('heading', { level: 1, name: 'Pengaturan' })).toBeVisible();
});
