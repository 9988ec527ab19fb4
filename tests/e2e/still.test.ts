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
