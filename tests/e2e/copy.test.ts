/** The same work again: for today, on several days at once, by mistake twice; and what is said of a clock that was set. */
import { expect, type Page, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { pause } from './finger.ts';
import { Person } from './person.ts';
import { fillActivity, save } from './recording.ts';

const ACTIVITY = 'Membersihkan mikrofilm';
const DESCRIPTION = 'Gulungan tahun 1998.';
const EVIDENCE = 'https://contoh.go.id/mikrofilm';
const HALF_TYPED = 'Setengah kalimat';
const DAY_MS = 86_400_000;

let server: ServerProcess;
let person: Person;

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

const description = (page: Page) => page.getByLabel(/^Uraian/);
const again = (page: Page) =>
	page.getByRole('button', { name: 'Salin untuk hari ini', exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function openEntry(page: Page): Promise<void> {
	await person.goTo('/');
	await page.getByRole('link', { name: 'Hari sebelumnya' }).click();
	// Today's list may hold work of that name too.
	await expect(heading(page, 'Kemarin')).toBeVisible();
	await page
		.getByRole('link', { name: new RegExp(ACTIVITY) })
		.first()
		.click();
	await expect(heading(page, ACTIVITY)).toBeVisible();
	await pause(page);
}

test('a copy for today says of what, has everything but the evidence, and shows its hours beside Simpan', async () => {
	const { page } = person;
	await person.loseSignal();
	await person.goTo('/catat');
	await fillActivity(page, ACTIVITY, ['00:00', '00:05']);
	await description(page).fill(DESCRIPTION);
	await page.getByText('Isian lain').click();
	await page.getByLabel('Tautan bukti').fill(EVIDENCE);
	await save(page);

	await openEntry(page);
	await expectAccessible(page);
	await again(page).click();
	await expect(heading(page, 'Catat kegiatan')).toBeVisible();
	await expect(page.getByText(new RegExp(`^Salinan dari “${ACTIVITY}”, `))).toBeInViewport();
	await expect(page.getByText(ACTIVITY, { exact: true })).toBeVisible();
	const saving = page.locator('[data-bottom-bar]');
	await expect(saving).toBeInViewport({ ratio: 1 });
	await expect(saving.getByRole('button', { name: 'Simpan' })).toBeVisible();
	const clock = async (label: string) =>
		(await page.getByLabel(label).inputValue()).replace(':', '.');
	const [start, end] = [await clock('Jam mulai'), await clock('Jam selesai')];
	await expect(saving).toContainText(start === '' ? 'Isi jamnya.' : `${start}–\u2060${end}`);
	await expect(description(page)).toHaveValue(DESCRIPTION);
	await expect(page.getByRole('button', { name: 'Hari ini', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await expect(page.getByLabel('Tautan bukti')).toHaveValue('');
	await expectAccessible(page);
});

test('a half-typed draft is not replaced without asking', async () => {
	const { page } = person;
	await description(page).fill(HALF_TYPED);
	await page.getByRole('link', { name: 'Hari ini' }).first().click();
	await expect(page.getByRole('link', { name: 'Lanjutkan', exact: true })).toBeVisible();
	await openEntry(page);
	await again(page).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByText('Ganti draf yang ada?')).toBeVisible();
	await expectAccessible(page);
	await dialog.getByRole('button', { name: 'Batal' }).click();
	await person.goTo('/catat');
	await expect(description(page)).toHaveValue(HALF_TYPED);

	await openEntry(page);
	await again(page).click();
	await dialog.getByRole('button', { name: 'Ganti draf' }).click();
	await expect(description(page)).toHaveValue(DESCRIPTION);
});

test('what was recorded already is said before saving, and keeps nobody from it', async () => {
	const { page } = person;
	await page.getByRole('button', { name: 'Kemarin', exact: true }).click();
	await page.getByLabel('Jam mulai').fill('04:00');
	await page.getByLabel('Jam selesai').fill('04:05');
	await expect(page.getByText('Mungkin sudah dicatat')).toBeVisible();
	await expect(page.getByRole('link', { name: /00\.00–\u206000\.05/ })).toBeVisible();
	await expectAccessible(page);
	await description(page).fill('Gulungan tahun 1999.');
	await expect(page.getByText('Mungkin sudah dicatat')).toHaveCount(0);
	await description(page).fill(DESCRIPTION);
	await expect(page.getByText('Mungkin sudah dicatat')).toBeVisible();
	await save(page);
	await person.seesDelivery(/^2 kegiatan tersimpan di perangkat ini/);
});

test('one activity goes to three days at a tap, without a line, and all arrive', async () => {
	const { page } = person;
	await openEntry(page);
	await page.getByRole('link', { name: 'Salin ke beberapa hari' }).click();
	await expect(heading(page, 'Salin ke beberapa hari')).toBeVisible();
	const days = page.getByRole('checkbox');
	await expect(days.first()).toBeVisible();
	await page.getByRole('button', { name: 'Pilih harinya dulu' }).click();
	await expect(page.getByText('Pilih paling sedikit satu hari.')).toBeVisible();
	const today = page.getByRole('checkbox', { disabled: false });
	const open = await today.count();
	expect(open).toBeGreaterThanOrEqual(3);
	for (const index of [open - 3, open - 2, open - 1]) await today.nth(index).check();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Simpan 3 kegiatan' }).click();
	await expect(page.getByText('3 kegiatan tersimpan', { exact: true })).toBeVisible();
	await expect(page.getByText(/: tersimpan$/)).toHaveCount(3);
	await expectAccessible(page);
	await person.seesDelivery(/^5 kegiatan tersimpan di perangkat ini/);

	await page.getByRole('link', { name: 'Lihat di Riwayat' }).click();
	await expect(heading(page, 'Riwayat')).toBeVisible();
	await expect(page.getByRole('link', { name: new RegExp(ACTIVITY) })).toBeVisible();
	await person.findSignal();
	await person.seesAllSent();

	await page.getByLabel('Cari kegiatan').fill(ACTIVITY);
	await page.getByRole('button', { name: 'Cari', exact: true }).click();
	await expect(page.getByText('5 kegiatan ditemukan')).toBeVisible();
});

test('where it is recorded already is said day by day', async () => {
	const { page } = person;
	await openEntry(page);
	await page.getByRole('link', { name: 'Salin ke beberapa hari' }).click();
	await expect(page.getByText(/^Mirip yang sudah ada/)).toHaveCount(3);
	await expectAccessible(page);
});

test('a time that could not be proven is said before saving', async () => {
	const { page } = person;
	const doubt = page.getByText('Waktu mencatat belum bisa dibuktikan');
	await person.goTo('/catat');
	await expect(page.getByLabel('Jam mulai')).toBeVisible();
	await expect(doubt).toHaveCount(0);

	await person.loseSignal();
	const now = Date.now();
	await page.clock.setFixedTime(now + 9 * DAY_MS);
	await person.goTo('/catat');
	await expect(page.getByText('sudah 9 hari tidak tersambung')).toBeVisible();
	await expectAccessible(page);

	await page.clock.setFixedTime(now - DAY_MS);
	await person.goTo('/catat');
	await expect(page.getByText('Jam perangkat ini berubah')).toBeVisible();
	await fillActivity(page, 'Menyapu ruang arsip', ['05:00', '05:20']);
	await save(page);
	await page.getByRole('link', { name: /Menyapu ruang arsip/ }).click();
	await expect(page.getByText('Waktu belum terbukti').first()).toBeVisible();
	await page.clock.setFixedTime(Date.now());
});

test('a change that was begun is offered until it is saved or thrown away', async () => {
	const { page } = person;
	await openEntry(page);
	await page.getByRole('link', { name: 'Ubah', exact: true }).click();
	await expect(heading(page, 'Ubah kegiatan')).toBeVisible();
	await description(page).fill(HALF_TYPED);
	await page.getByRole('link', { name: 'Hari ini' }).first().click();
	const offered = page.getByText(`Perubahan pada “${ACTIVITY}” belum disimpan`);
	await expect(offered).toBeVisible();
	await expectAccessible(page);
	await openEntry(page);
	await page.getByRole('link', { name: 'Lanjutkan perubahan' }).click();
	await expect(description(page)).toHaveValue(HALF_TYPED);
	await page.getByRole('button', { name: 'Buang draf' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Buang draf' }).click();
	await expect(description(page)).toHaveValue(DESCRIPTION);
	await person.goTo('/');
	await expect(heading(page, 'Hari ini')).toBeVisible();
	await expect(offered).toHaveCount(0);
});
