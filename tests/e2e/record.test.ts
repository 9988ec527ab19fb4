/** Recording in seconds, without a line: what is usual, favourites, a search with typos, from one empty day to the next. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { addDays, type Day, dayOf } from '#lib/domain/day.ts';
import { entryId, SETTINGS_ID } from '#lib/domain/document.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/settings.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { CALENDAR_2026 } from '#server/admin/calendar-2026.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { type Databases } from '#server/app.ts';
import { anEntry } from '#tests/support/factories.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { Person } from './person.ts';

const { nip } = CAST.withoutSupervisor;
const ROLL_CALL = 'Apel pagi';
const OTHERS = ['Rapat staf', 'Mengantar surat', 'Menyapu halaman'] as const;
const [, , SWEEPING] = OTHERS;
const WINDOW_DAYS = 14;

const now = Date.now();
const isHoliday = (day: Day) => CALENDAR_2026.daysOff.some(({ on }) => on === day);
/** The newest past day on which something can be usual. */
const habitDay = Array.from({ length: 7 }, (_, back) =>
	addDays(dayOf(now, 'WITA'), -1 - back)
).find((day) => !isHoliday(day)) as Day;
const dayBefore = addDays(habitDay, -1);
/** At any hour there is time in it that is over. */
const freeDay = addDays(habitDay, -2);

let server: ServerProcess;
let person: Person;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.withDatabases(addHabit);
	await server.start();
	person = await Person.at(server.url, nip);
	await person.openBrowser();
	await person.goTo('/');
	await person.signIn();
	await person.settles();
	await person.loseSignal();
});

test.afterAll(async () => {
	await person.dispose();
	await server.dispose();
});

/** The same roll call in three weeks, and an office that lets people fill two weeks. */
async function addHabit({ work }: Databases): Promise<void> {
	const settings = (await work.read([SETTINGS_ID])).get(SETTINGS_ID);
	const inputWindow = { kind: 'days-back', days: WINDOW_DAYS };
	const version = { ...DEFAULT_SETTINGS, validFrom: '2026-01-01', inputWindow };
	const changed = { _id: SETTINGS_ID, _rev: settings?._rev, schema: 1, versions: [version] };
	const entries = [1, 2, 3].map((weeks) => ({
		...anEntry({
			activity: { code: null, name: ROLL_CALL },
			startMinute: 450,
			endMinute: 480,
			effectiveMinutes: 30
		}),
		_id: entryId(nip, addDays(habitDay, -7 * weeks), newUlid(now, Math.random))
	}));
	const outcomes = await work.write([changed, ...entries]);
	expect(outcomes.every(({ ok }) => ok)).toBe(true);
}

const cards = (page: Page) => page.locator('a.card');
const usual = (page: Page) => page.getByRole('list', { name: /^Biasanya hari / });
const saveButton = (page: Page) => page.getByRole('button', { name: 'Simpan', exact: true });
const savedHere = 'Baru saja disimpan di perangkat ini, belum terkirim.';
const savedSent = 'Baru saja disimpan dan sudah terkirim.';
const nextEmpty = /^Isi hari kosong berikutnya: \w+, \d+ \w+$/;

test('what is usual is offered; it fills the form, and only Simpan records it', async () => {
	const { page } = person;
	await person.goTo(`/catat?tanggal=${habitDay}`);
	const offer = usual(page).getByRole('button');
	await expect(offer).toHaveText(/^Apel pagi\s*07\.30–\u206008\.00$/);
	await expectAccessible(page);
	await offer.click();
	await expect(page.getByLabel('Jam mulai')).toHaveValue('07:30');
	await expect(page.getByLabel('Jam selesai')).toHaveValue('08:00');
	await expect(usual(page)).toHaveCount(0);

	await person.goTo(`/?tanggal=${habitDay}`);
	await expect(cards(page)).toHaveCount(0);
	await expect(page.getByText('Belum ada kegiatan tercatat.')).toBeVisible();

	await person.goTo(`/catat?tanggal=${habitDay}`);
	await expect(page.getByLabel('Jam mulai')).toHaveValue('07:30');
	await saveButton(page).click();
	await expect(cards(page)).toHaveText(new RegExp(ROLL_CALL));
	await expect(page.getByText(savedHere)).toBeInViewport({ ratio: 1 });
});

test('a filled day leads to the next empty one, in the message and on its screen', async () => {
	const { page } = person;
	const message = page.getByRole('status').getByRole('button', {
		name: /^Isi hari kosong: \w+, \d+ \w+$/
	});
	const notice = page.getByRole('main').getByRole('link', { name: nextEmpty });
	await expect(message).toBeVisible();
	await expect(notice).toBeVisible();
	await expectAccessible(page);
	const first = await notice.textContent();
	await notice.click();
	await expect(page).toHaveURL(/\/catat\?tanggal=/);
	const filled = new URL(page.url()).searchParams.get('tanggal');
	await page.getByLabel('Cari kegiatan atau tulis sendiri').fill(OTHERS[0]);
	await saveButton(page).click();
	await expect(page).toHaveURL(new RegExp(`/\\?tanggal=${filled}$`));
	// It is not today's, and says so.
	await expect(page.getByText(/^\w+, \d+ \w+: tersimpan/)).toBeVisible();
	await expect(cards(page)).toHaveCount(1);
	await expect(notice).not.toHaveText(first ?? '');

	const second = await notice.textContent();
	const [, day = 'none'] = (second ?? '').split(', ');
	await expect(message).toHaveText(new RegExp(`, ${day}$`));
	await message.click();
	await expect(page).toHaveURL(/\/catat\?tanggal=/);
	await expect(page).not.toHaveURL(new RegExp(`tanggal=${filled}`));
});

test('several are recorded one after the other without leaving', async () => {
	const { page } = person;
	await person.goTo(`/catat?tanggal=${dayBefore}`);
	for (const name of OTHERS) {
		await page.getByLabel('Cari kegiatan atau tulis sendiri').fill(name);
		await page.getByRole('button', { name: 'Simpan dan catat lagi' }).click();
		await expect(page.getByText(`Tersimpan di perangkat ini: ${name}`)).toBeVisible();
		const recent = page.getByRole('list', { name: 'Baru saja dipakai' });
		await expect(recent.getByRole('button', { name })).toBeVisible();
	}
	await person.goTo(`/?tanggal=${dayBefore}`);
	await expect(cards(page)).toHaveCount(OTHERS.length);
});

test('the end follows the start until somebody says when the work ended', async () => {
	const { page } = person;
	await person.goTo(`/catat?tanggal=${freeDay}`);
	const [start, end] = [page.getByLabel('Jam mulai'), page.getByLabel('Jam selesai')];
	await expect(start).toHaveValue('08:00');
	await expect(end).toHaveValue('09:00');
	await start.fill('13:00');
	await expect(end).toHaveValue('14:00');
	await expect(page.getByText('melewati tengah malam')).toHaveCount(0);
	await end.fill('15:30');
	await start.fill('14:00');
	await expect(end).toHaveValue('15:30');
	await expect(page.getByText('Lamanya 1 jam 30 menit')).toBeVisible();
	await page.reload();
	await expect(end).toHaveValue('15:30');
	await page.getByRole('button', { name: 'Buang draf' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Buang draf' }).click();
	await expect(start).toHaveValue('08:00');
});

test('a favourite is marked, and is offered first and once after a reload', async () => {
	const { page } = person;
	await person.goTo(`/catat?tanggal=${dayBefore}`);
	const group = page.getByRole('group', { name: 'Kegiatan' });
	await group.getByRole('button', { name: SWEEPING }).click();
	const star = page.getByRole('button', { name: 'Favorit' });
	await expect(star).toHaveAttribute('aria-pressed', 'false');
	await star.click();
	await expect(star).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByText('Favorit: tampil paling dulu')).toBeVisible();
	await expectAccessible(page);

	await page.reload();
	await expect(star).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('button', { name: 'Ganti' }).click();
	await expect(group.getByRole('list').first()).toHaveAccessibleName('Favorit Anda');
	await expect(group.getByRole('button', { name: SWEEPING })).toHaveCount(1);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Buang draf' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Buang draf' }).click();
	await expect(page.getByText('Draf dibuang')).toBeVisible();
});

test('a search with typos finds own words and the catalogue', async () => {
	const { page } = person;
	await person.goTo(`/catat?tanggal=${dayBefore}`);
	const found = page.getByRole('list', { name: /^\d+ kegiatan ditemukan$/ }).getByRole('button');
	const search = page.getByLabel('Cari kegiatan atau tulis sendiri');
	await search.fill('mengatlog buku');
	await expect(found).toHaveText(/^Mengatalog buku/);
	const ownWords = page.getByRole('button', { name: 'Pakai “mengatlog buku”' });
	const topOf = async (one: Locator) => (await one.boundingBox())?.y ?? NaN;
	expect(await topOf(found.first())).toBeLessThan(await topOf(ownWords));
	await search.fill('ratap staf');
	const near = page.getByRole('list', { name: /^Tidak ada yang persis begitu/ });
	await expect(near.getByRole('button')).toHaveText(/^Rapat staf/);
	await search.fill('qqqqqq xxxxxx');
	await expect(page.getByText(/^Tidak ada di daftar/)).toBeVisible();
	await search.fill('rapta sttaf');
	await expect(found).toHaveText(/^Rapat staf\s*Pernah Anda pakai$/);
	await expectAccessible(page);
	await search.fill('menyapu halamn');
	await expect(found).toHaveText(/^Menyapu halaman\s*Favorit$/);
	// Picked, not saved: the times have not been seen yet.
	await search.press('Enter');
	await expect(search).toBeHidden();
	await saveButton(page).click();
	await expect(cards(page)).toHaveCount(OTHERS.length + 1);
});

test('what was done before is recorded again with three taps from Hari ini', async () => {
	const { page } = person;
	let taps = 0;
	const tap = async (target: Locator) => {
		taps += 1;
		await target.click();
	};
	await person.goTo(`/?tanggal=${freeDay}`);
	await expect(cards(page)).toHaveCount(0);
	await tap(page.getByRole('main').getByRole('link', { name: 'Catat kegiatan' }).first());
	const favourites = page.getByRole('list', { name: 'Favorit Anda' });
	await tap(favourites.getByRole('button', { name: SWEEPING }));
	await tap(saveButton(page));
	await expect(cards(page)).toHaveText(new RegExp(SWEEPING));
	expect(taps).toBe(3);

	await expect(page.getByText(savedHere)).toBeInViewport({ ratio: 1 });
	await person.findSignal();
	await person.seesAllSent();
	await expect(page.getByText(savedSent)).toBeInViewport({ ratio: 1 });
	await expectAccessible(page);

	await page.getByRole('main').getByRole('link', { name: 'Hari sebelumnya' }).click();
	await page.reload();
	await person.goTo(`/?tanggal=${freeDay}`);
	await expect(cards(page)).toHaveCount(1);
	await expect(page.getByText(savedSent)).toHaveCount(0);
});

test('hours typed before the free ones of another day were found stay', async () => {
	const { page } = person;
	await person.goTo('/catat');
	const start = page.getByLabel('Jam mulai');
	// In one go, as on a phone that takes long to look.
	await start.evaluate((field: HTMLInputElement) => {
		const buttons = [...document.querySelectorAll('button')];
		buttons.find(({ textContent }) => textContent.trim() === 'Kemarin')?.click();
		field.value = '04:00';
		field.dispatchEvent(new Event('input', { bubbles: true }));
	});
	await expect(page.getByRole('button', { name: 'Kemarin', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await expectAccessible(page);
	await expect(start).toHaveValue('04:00');
	await page.reload();
	await person.seesDelivery(/^Semua terkirim, .*\. 1 draf belum selesai\.$/);
	await page.getByRole('button', { name: 'Buang draf' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Buang draf' }).click();
});

test('that hours overlap is seen whole as soon as they do', async () => {
	const { page } = person;
	await person.goTo(`/catat?tanggal=${dayBefore}`);
	const group = page.getByRole('group', { name: 'Kegiatan' });
	await group.getByRole('button', { name: SWEEPING }).click();
	const saving = page.locator('[data-bottom-bar]');
	await expect(saving).not.toContainText('bertumpuk');
	// At the foot of the screen, above the bar.
	const start = page.getByLabel('Jam mulai');
	await start.evaluate((field) => {
		const bar = document.querySelector('[data-bottom-bar]')?.getBoundingClientRect().top ?? 0;
		window.scrollBy(0, field.getBoundingClientRect().bottom - bar + 10);
	});
	await start.fill('08:10');
	await page.getByLabel('Jam selesai').fill('08:20');
	await expect(saving).toContainText(/08\.10–\u206008\.20\s*bertumpuk/);
	const warning = page.getByText(/^Jamnya bertumpuk dengan “/);
	await expect(warning).toBeInViewport({ ratio: 1 });
	const { y = NaN, height = NaN } = (await warning.boundingBox()) ?? {};
	expect(y + height).toBeLessThan((await saving.boundingBox())?.y ?? 0);
	await expectAccessible(page);
	await page.reload();
	await page.getByRole('button', { name: 'Buang draf' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Buang draf' }).click();
});

test('one day is chosen at a time', async () => {
	const { page } = person;
	await person.goTo('/catat');
	const days = page.getByRole('group', { name: 'Tanggal' });
	for (const name of ['Kemarin', 'Lainnya', 'Hari ini']) {
		await days.getByRole('button', { name }).click();
		await expect(days.locator('[aria-pressed="true"]')).toHaveText([name]);
	}
});

test('while a day is empty and may be filled, Perlu perhatian does not say that nothing is left to do', async () => {
	const { page } = person;
	await person.goTo('/perhatian');
	const main = page.getByRole('main');
	await expect(main.getByText(/hari kerja masih kosong$/)).toBeVisible();
	await expect(page.getByText('Tidak ada yang perlu ditangani.')).toHaveCount(0);
	await expectAccessible(page);
	await main.getByRole('link', { name: /^Isi / }).click();
	await expect(page).toHaveURL(/\/catat\?tanggal=/);
});
