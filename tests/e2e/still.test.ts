/** What is on the screen stays where it is while somebody is about to tap it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { Person } from './person.ts';

test.describe.configure({ mode: 'serial' });

let build: string;
let server: ServerProcess;
let person: Person;

test.beforeAll(async () => {
	build = await mkdtemp(join(tmpdir(), 'ekinerja-build-'));
	await cp('build', build, { recursive: true });
	server = await ServerProcess.create('embedded', { BUILD_DIR: build });
	await server.start();
	person = await Person.at(server.url, CAST.employee.nip);
	await person.openBrowser();
	await person.goTo('/');
});

test.afterAll(async () => {
	await person.dispose();
	await server.dispose();
	await rm(build, { recursive: true, force: true });
});

/** Where on the page the fields and buttons of its form stand. */
const formTops = (page: Page) =>
	page
		.locator('form :is(input:not([type="hidden"]), button)')
		.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + scrollY));

const TEXT_SIZES = ['', 'largest'];

const wearTextSize = (page: Page, size: string) =>
	page.evaluate((size) => (document.documentElement.dataset.textSize = size), size);

test('an empty field moves nothing of the sign-in when it is told of, at any size of text', async () => {
	const { page } = person;
	const field = (name: string) => page.getByLabel(name, { exact: true });
	const enter = page.getByRole('button', { name: 'Masuk', exact: true });
	for (const size of TEXT_SIZES) {
		await page.reload();
		await enter.waitFor();
		await wearTextSize(page, size);
		const tops = await formTops(page);
		await enter.click();
		await expect(field('NIP')).toHaveAccessibleDescription(/Isi NIP Anda/);
		await expect(page.getByText('Isi kata sandi Anda.')).toBeVisible();
		expect(await formTops(page)).toEqual(tops);
		await field('NIP').fill(person.nip);
		await enter.click();
		await expect(field('Kata sandi')).toBeFocused();
		expect(await formTops(page)).toEqual(tops);
	}
	await page.reload();
});

test("nor of the form for a password of one's own", async () => {
	const newcomer = await Person.at(server.url, CAST.newcomer.nip);
	await newcomer.openBrowser();
	await newcomer.goTo('/');
	await newcomer.signIn('mulai-2026');
	const { page } = newcomer;
	const save = page.getByRole('button', { name: 'Simpan dan mulai' });
	await save.waitFor();
	for (const size of TEXT_SIZES) {
		// It knows the start code no longer, and asks for it too.
		await page.reload();
		await save.waitFor();
		await wearTextSize(page, size);
		const tops = await formTops(page);
		await save.click();
		await expect(page.getByText('Isi kata sandi Anda.')).toBeVisible();
		await expect(page.getByText(/Baru 0\.$/)).toBeVisible();
		expect(await formTops(page)).toEqual(tops);
		await page.getByLabel('Kata sandi baru', { exact: true }).fill('tiga kata yang saya ingat');
		await save.click();
		await expect(page.getByText('Kedua isian tidak sama.')).toBeVisible();
		expect(await formTops(page)).toEqual(tops);
	}
	await newcomer.dispose();
});

const topOf = async (one: Locator) => (await one.boundingBox())?.y;

test('what stands below the sign-in stays in place while it is tried, and until the app is there', async () => {
	const { page } = person;
	const help = page.getByRole('link', { name: 'Bantuan' });
	await person.signIn('bukan-ini');
	await expect(page.getByText(/^NIP atau kata sandi tidak cocok/)).toBeVisible();
	await expect(help).toBeVisible();
	await watchTop(page);
	await person.signIn();
	await person.settles();
	expect([...new Set(await page.evaluate<number[]>('tops'))]).toHaveLength(1);
});

/** In the page: where on the page the help link stands, at each frame, until it is gone. */
async function watchTop(page: Page): Promise<void> {
	await page.evaluate(() => {
		const tops: number[] = [];
		Object.assign(window, { tops });
		const look = () => {
			const help = document.querySelector('main > a[href$="/bantuan/masuk"]');
			if (!help) return;
			tops.push(help.getBoundingClientRect().top + scrollY);
			requestAnimationFrame(look);
		};
		look();
	});
}

test('the page behind an open dialog is not scrolled, and is where it was afterwards', async () => {
	const { page } = person;
	await page.keyboard.press('Escape');
	const scrolled = () => page.evaluate(() => window.scrollY);
	await page.getByRole('button', { name: /^Akun / }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	const before = await scrolled();
	for (const [x, y] of [
		[5, 300],
		[180, 370]
	] as const) {
		await page.mouse.move(x, y);
		await page.mouse.wheel(0, 400);
	}
	await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
	expect(await scrolled()).toBe(before);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	expect(await scrolled()).toBe(before);
	await page.mouse.wheel(0, 100);
	await expect.poll(scrolled).toBeGreaterThan(before);
});

/** As when a newer version is put on the server and the browser looks for it. */
async function publishNewer(page: Page): Promise<void> {
	const worker = join(build, 'service-worker.js');
	await writeFile(worker, `${await readFile(worker, 'utf8')}\n// newer`);
	for (const packed of ['br', 'gz']) await rm(`${worker}.${packed}`, { force: true });
	await server.signal('SIGTERM');
	await server.start();
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.update();
	});
}

test('a newer version is told of with the next screen, and moves nothing on this one', async () => {
	const { page } = person;
	await person.goTo('/');
	const record = page.getByRole('main').getByRole('link', { name: 'Catat kegiatan' });
	await expect(record).toBeVisible();
	await person.seesAllSent();
	const before = await topOf(record);
	await publishNewer(page);
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const registration = await navigator.serviceWorker.getRegistration();
				return registration?.waiting?.state;
			})
		)
		.toBe('installed');
	// Longer than anything that would tell of it needs.
	await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
	expect(await topOf(record)).toBe(before);
	const news = page.getByText('Versi baru siap.');
	await expect(news).toHaveCount(0);
	await record.click();
	await expect(news).toBeVisible();
});
