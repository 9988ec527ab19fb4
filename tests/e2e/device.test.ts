/**
 * What only a browser can show: a finger drawn over a card, the number on the app's icon, the offer to
 * install, what the manifest leads to, and another password.
 */
import { expect, type Page, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { draw } from './finger.ts';
import { Person } from './person.ts';
import { submitted } from './prepared-work.ts';
import { ringWithAppClosed } from './reminders.ts';

const PASSWORD = 'contoh-2026';
const OWN_PASSWORD = 'empat kata yang tidak berhubungan';
const APPROVED = 'Menata rak depan';
const RETURNED = 'Menjawab surat warga';
const REASON = 'Sebutkan nomor suratnya.';

test.describe.configure({ mode: 'serial' });

let server: ServerProcess;
let employee: Person;
let supervisor: Person;

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	const work = [APPROVED, RETURNED].map((name, index) =>
		submitted(CAST.employee, name, 450 + index * 60)
	);
	const outcomes = await server.withDatabases(({ work: db }) => db.write(work));
	expect(outcomes.every(({ ok }) => ok)).toBe(true);
	await server.start();
	[employee, supervisor] = [
		await Person.at(server.url, CAST.employee.nip),
		await Person.at(server.url, CAST.supervisor.nip)
	];
	for (const person of [employee, supervisor]) {
		await person.openBrowser();
		await person.page.addInitScript(listenToBadges);
		await person.goTo('/');
		await person.signIn();
		await person.settles();
		await person.page.keyboard.press('Escape');
	}
	// What was decided must not reach him before a test has counted what was there without it.
	await employee.loseSignal();
});

test.afterAll(async () => {
	await employee.dispose();
	await supervisor.dispose();
	await server.dispose();
});

/** In a page or the worker: remembers what the browser was asked to write on the icon. */
function listenToBadges(): void {
	const badges: number[] = [];
	Object.assign(globalThis, { badges });
	Object.defineProperties(navigator, {
		setAppBadge: { value: (count: number) => Promise.resolve(void badges.push(count)) },
		clearAppBadge: { value: () => Promise.resolve(void badges.push(0)) }
	});
}

const lastBadge = (place: Pick<Page, 'evaluate'>): Promise<number | undefined> =>
	place.evaluate(() => (globalThis as unknown as { badges: number[] }).badges.at(-1));

const cardOf = (page: Page, name: string) =>
	page.locator('[data-item]', { has: page.getByRole('checkbox', { name }) });

const spoken = (page: Page, words: RegExp) =>
	expect(page.getByRole('status').filter({ hasText: words }).first()).toBeAttached();

test('a finger drawn to the right approves, to the left asks for the reason, a short one does nothing', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	const [approved, returned] = [cardOf(page, APPROVED), cardOf(page, RETURNED)];
	await draw(page, approved, { dx: 60 });
	await draw(page, approved, { dx: 110, dy: 90 });
	await expect(page.getByRole('button', { name: 'Urungkan', exact: true })).toHaveCount(0);
	await expect(approved).toBeVisible();

	await draw(page, approved, { dx: 180 });
	await expect(approved).toHaveCount(0);
	await spoken(page, /Disetujui: .*\(.* Contoh\)/);

	await draw(page, returned, { dx: -180 });
	const dialog = page.getByRole('dialog', { name: 'Kembalikan untuk diperbaiki' });
	await dialog.getByLabel('Alasan', { exact: true }).fill(REASON);
	await dialog.getByRole('button', { name: 'Kembalikan', exact: true }).click();
	await expect(returned).toHaveCount(0);
	await spoken(page, /Dikembalikan: .*\(.* Contoh\)/);
	await supervisor.seesAllSent();
});

test('the icon tells how much waits for the person, also while the app is closed, and nothing once he has signed out', async () => {
	const { page } = employee;
	await employee.goTo('/pengiriman');
	// It may be none, and is told a moment after the screen is there.
	await expect.poll(() => lastBadge(page)).toBeDefined();
	const before = (await lastBadge(page)) ?? 0;
	await employee.findSignal();
	await page.getByRole('button', { name: 'Kirim sekarang' }).click();
	await spoken(page, new RegExp(`Ada kabar baru: ${before + 1} perlu ditangani`));
	await expect.poll(() => lastBadge(page)).toBe(before + 1);
	const places = page.getByRole('navigation', { name: 'Menu utama' });
	await expect(places.getByRole('link', { name: `, ${before + 1} perlu ditangani` })).toBeVisible();

	const worker = await ringWithAppClosed(page, Date.now(), listenToBadges);
	await expect.poll(() => lastBadge(worker), { timeout: 30_000 }).toBe(before + 1);
	await employee.goTo('/');

	await page.getByRole('button', { name: /^Akun / }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Keluar' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
	await expect.poll(() => lastBadge(page)).toBe(0);
});

test('the offer to install is taken up once, in Pengaturan', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/pengaturan');
	const wasStopped = await page.evaluate(() => {
		const offer = new Event('beforeinstallprompt', { cancelable: true });
		const asked: number[] = [];
		Object.assign(window, { asked });
		Object.assign(offer, { prompt: () => Promise.resolve(asked.push(1)) });
		return !window.dispatchEvent(offer);
	});
	expect(wasStopped).toBe(true);
	const install = page.getByRole('button', { name: 'Pasang sekarang' });
	await install.click();
	await expect(install).toHaveCount(0);
	expect(await page.evaluate(() => (window as unknown as { asked: number[] }).asked)).toEqual([1]);
	await page.evaluate(() => window.dispatchEvent(new Event('appinstalled')));
	await expect(page.getByText('Aplikasi sudah terpasang di perangkat ini.')).toBeVisible();
	await expectAccessible(page);
});

type Manifest = {
	readonly start_url: string;
	readonly shortcuts: { readonly name: string; readonly url: string }[];
	readonly icons: { readonly src: string; readonly type: string }[];
	readonly share_target: {
		readonly action: string;
		readonly params: Record<'title' | 'text' | 'url', string>;
	};
};

test('whatever the manifest leads to is there', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/');
	const address = await page.locator('link[rel=manifest]').getAttribute('href');
	const answer = await page.request.get(new URL(address ?? '', page.url()).href);
	expect(answer.headers()['content-type']).toContain('application/manifest+json');
	const manifest = (await answer.json()) as Manifest;
	for (const { src, type } of manifest.icons) {
		const icon = await page.request.get(new URL(src, page.url()).href);
		expect(icon.status(), src).toBe(200);
		expect(icon.headers()['content-type'], src).toContain(type);
	}
	await supervisor.loseSignal();
	await supervisor.goTo(manifest.start_url);
	await expect(page.getByRole('heading', { level: 1, name: 'Hari ini' })).toBeVisible();
	for (const { name, url } of manifest.shortcuts) {
		await supervisor.goTo(url);
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	}
	const { action, params } = manifest.share_target;
	const link = 'https://dokumen.example.go.id/surat/7';
	const shared = new URLSearchParams({ [params.title]: 'Surat tujuh', [params.url]: link });
	await supervisor.goTo(`${action}?${shared}`);
	await expect(page.getByLabel(/^Uraian/)).toHaveValue('Surat tujuh');
	await expect(page.getByLabel(/^Tautan bukti/)).toHaveValue(link);
	await supervisor.findSignal();
	await supervisor.seesAllSent();
});

test('another password: wrong ones are refused in words, the right one opens the app', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/pengaturan');
	await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
	const form = page.getByRole('region', { name: 'Kata sandi', exact: true });
	const change = async (current: string, next: string) => {
		await form.getByLabel('Kata sandi sekarang').fill(current);
		await form.getByLabel('Kata sandi baru', { exact: true }).fill(next);
		await form.getByLabel('Ulangi kata sandi baru').fill(next);
		await form.getByRole('button', { name: 'Simpan kata sandi' }).click();
	};
	await change(PASSWORD, 'pendek');
	const next = form.getByLabel('Kata sandi baru', { exact: true });
	await expect(next).toBeFocused();
	await expect(next).toHaveAccessibleDescription(/Paling sedikit 8 huruf atau angka. Baru 6\./);
	await expectAccessible(page);
	await change('bukan yang ini', OWN_PASSWORD);
	await expect(form.getByRole('alert')).toContainText('Kata sandi tidak cocok.');
	await expectAccessible(page);
	await change(PASSWORD, OWN_PASSWORD);
	await expect(form.getByRole('status')).toContainText('Kata sandi sudah diganti');

	await page.getByRole('button', { name: /^Akun / }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Keluar' }).click();
	await page.getByRole('button', { name: CAST.supervisor.name }).click();
	const password = page.getByLabel('Kata sandi', { exact: true });
	const enter = page.getByRole('button', { name: 'Masuk', exact: true });
	await password.fill(PASSWORD);
	await enter.click();
	await expect(page.getByRole('alert').first()).toContainText('tidak cocok');
	await password.fill(OWN_PASSWORD);
	await enter.click();
	await supervisor.settles();
});
