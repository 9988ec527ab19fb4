/** Seeing where one stands: the month, a day in it, the week on Hari ini, empty days, looking for an entry; without a line. */
import { expect, test } from '@playwright/test';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { Person } from './person.ts';

let server: ServerProcess;
let person: Person;

const today = () => dayOf(Date.now(), 'WITA');

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
	person = await Person.at(server.url, CAST.employee.nip);
	await person.openBrowser();
	await person.goTo('/');
	await person.signIn();
	await person.settles();
});

test.afterAll(async () => {
	await person.dispose();
	await server.dispose();
});

test('the month tells each day in words, and a tap opens it, without a line', async () => {
	const { page } = person;
	await person.loseSignal();
	await page.getByRole('link', { name: 'Riwayat' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Riwayat' })).toBeVisible();
	// In the first days of a month there is no work in it yet.
	await person.goTo(`/riwayat?tanggal=${addDays(today(), -7)}`);
	await expect(page.getByText('angka kecil: menit')).toBeVisible();
	const recorded = page.getByRole('link', { name: /: \d+ menit, (lengkap|belum lengkap)/ });
	const name = await recorded.first().getAttribute('aria-label');
	await recorded.first().click();
	const day = name?.split(':')[0] ?? 'none';
	const heading = page.getByRole('heading', { name: `Kegiatan ${day}` });
	await expect(heading).toBeVisible();
	await expect(page.locator('a.card')).not.toHaveCount(0);
	// On a phone the month takes all of the screen: what was tapped for is brought into sight below it.
	await page.setViewportSize({ width: 360, height: 740 });
	await page.evaluate(() => scrollTo(0, 0));
	const other = recorded.nth(1);
	const otherDay = (await other.getAttribute('aria-label'))?.split(':')[0] ?? 'none';
	await other.click();
	await expect(page.getByRole('heading', { name: `Kegiatan ${otherDay}` })).toBeInViewport({
		ratio: 1
	});
	await expect(page.locator('a.card').first()).toBeInViewport({ ratio: 0.3 });
	const before = await page.getByRole('heading', { level: 2 }).first().textContent();
	await page.getByRole('link', { name: 'Bulan sebelumnya' }).click();
	await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(before ?? '');
});

test('another month is there at a tap, and in a tab of its own where that is asked for', async () => {
	const { page } = person;
	const month = page.locator('#month');
	const before = (await month.textContent()) ?? '';
	const previous = page.getByRole('link', { name: 'Bulan sebelumnya' });
	await previous.click();
	await expect(month).not.toHaveText(before);
	await expect(page).toHaveURL(/tanggal=/);
	const shown = (await month.textContent()) ?? '';
	const opening = page.context().waitForEvent('page');
	await previous.click({ modifiers: ['ControlOrMeta'] });
	await (await opening).close();
	await expect(month).toHaveText(shown);
});

test('arrows go from day to day', async () => {
	const { page } = person;
	// All of its days can be opened.
	await person.goTo(`/riwayat?tanggal=${addDays(`${today().slice(0, 7)}-01`, -1)}`);
	const days = page.getByRole('list', { name: /^Kalender/ }).getByRole('link');
	await days.first().focus();
	await page.keyboard.press('ArrowRight');
	await expect(days.nth(1)).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(days.nth(8)).toBeFocused();
});

test('the way to the search stands beside the heading, and what is found begins in sight', async () => {
	const { page } = person;
	await person.goTo('/riwayat');
	await page.getByRole('button', { name: 'Cari kegiatan' }).click();
	const input = page.getByLabel('Cari kegiatan');
	await expect(input).toBeFocused();
	await page.getByLabel('Keadaan').selectOption('Disetujui');
	await input.press('Enter');
	// Whole above the bar at the bottom of a phone.
	const bar = page.getByRole('navigation', { name: 'Menu utama' });
	const first = page.locator('a.card').first();
	await expect(first).toBeVisible();
	const [{ y: barTop = 0 } = {}, card] = [
		(await bar.boundingBox()) ?? undefined,
		await first.boundingBox()
	];
	expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(barTop);
	// The keyboard of a phone would lie over it.
	await expect(input).not.toBeFocused();
	await page.getByRole('button', { name: 'Tutup pencarian' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Riwayat' })).toBeFocused();
});

test('an entry is found by a part of a word', async () => {
	const { page } = person;
	await page.getByLabel('Keadaan').selectOption('Disetujui');
	await page.getByRole('button', { name: 'Cari', exact: true }).click();
	const activity = await page.locator('a.card .name').first().textContent();
	await page.getByLabel('Keadaan').selectOption('Semua');
	await page.getByLabel('Cari kegiatan').fill(activity?.slice(0, 5).toUpperCase() ?? 'none');
	await page.getByRole('button', { name: 'Cari', exact: true }).click();
	await expect(page.getByText(/kegiatan (ditemukan|terbaru yang cocok)/)).toBeVisible();
	await expect(page.locator('a.card .name').first()).toContainText(activity?.slice(0, 5) ?? 'none');
	await expectAccessible(page);
	const [word = ''] = /\p{L}{6,}/u.exec(activity ?? '') ?? [];
	await page.getByLabel('Cari kegiatan').fill(word.slice(0, 2) + word.slice(3));
	await page.getByRole('button', { name: 'Cari', exact: true }).click();
	await expect(page.getByText(/^Tidak ada yang persis begitu\. \d+ .*mirip:$/)).toBeVisible();
	await expect(page.locator('a.card .name').filter({ hasText: word })).not.toHaveCount(0);
	await page.getByLabel('Cari kegiatan').fill('qqqqqq xxxxxx');
	await page.getByRole('button', { name: 'Cari', exact: true }).click();
	await expect(page.getByText('Tidak ada kegiatan yang cocok')).toBeVisible();
	await page.getByRole('button', { name: 'Tutup pencarian' }).click();
	await expectAccessible(page);
});

test('the week on Hari ini opens another day and shows that day', async () => {
	const { page } = person;
	await person.goTo('/');
	const week = page.getByRole('navigation', { name: 'Minggu ini' });
	await page.getByRole('link', { name: 'Hari sebelumnya' }).click();
	const record = page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', {
		name: 'Catat'
	});
	await expect(record).toHaveAttribute('href', /^\/catat\?tanggal=\d{4}-\d\d-\d\d$/);
	// There are no minutes there.
	await expect(page.getByText('angka kecil: menit')).toHaveCount(0);
	const chosen = week.locator('[aria-current="date"]');
	await expect(chosen).toHaveCount(1);
	const label = await chosen.getAttribute('aria-label');
	const hasMinutes = /: [\d.]+ menit/.test(label ?? '');
	const cards = page.locator('a.card');
	await (hasMinutes ? expect(cards).not.toHaveCount(0) : expect(cards).toHaveCount(0));
	await expectAccessible(page);
});
