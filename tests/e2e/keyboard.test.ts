/**
 * The journey by keyboard alone: at every stop the focus is seen, and nothing lies over it; a change is
 * spoken; the focus never gets lost. The employee at phone size, where bars stay at the top and bottom.
 */
import { expect, type Page, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectVisibleFocus, tabTo, typeInto, use } from './keyboard.ts';
import { Person } from './person.ts';

const PASSWORD = 'contoh-2026';
const RETURNED = 'Menjawab surat warga';
const APPROVED = 'Menata rak depan';
const REASON = 'Sebutkan nomor suratnya.';
const CORRECTION = 'Surat nomor 12.';

test.describe.configure({ mode: 'serial' });

let server: ServerProcess;
let employee: Person;
let supervisor: Person;

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
	employee = await Person.at(server.url, CAST.employee.nip);
	supervisor = await Person.at(server.url, CAST.supervisor.nip);
});

test.afterAll(async () => {
	await employee.dispose();
	await supervisor.dispose();
	await server.dispose();
});

const link = (page: Page, name: string | RegExp) =>
	page.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const deliveryLine = (page: Page) =>
	page.getByRole('region', { name: 'Pengiriman' }).getByRole('link').first();

/** Where screen readers hear of what changed by itself. */
const spoken = (page: Page, words: RegExp) =>
	expect(page.getByRole('status').filter({ hasText: words }).first()).toBeAttached({
		timeout: 60_000
	});

async function signIn({ page, nip }: Person): Promise<void> {
	await typeInto(page, page.getByLabel('NIP'), nip);
	await typeInto(page, page.getByLabel('Kata sandi', { exact: true }), PASSWORD);
	await use(page, button(page, 'Masuk'));
}

async function record(page: Page, name: string, [start, end]: [string, string]): Promise<void> {
	await use(page, link(page, 'Catat'));
	await expect(heading(page, 'Catat kegiatan')).toBeFocused();
	await tabTo(page, button(page, 'Kemarin'));
	await page.keyboard.press('Space');
	await typeInto(page, page.getByLabel('Cari kegiatan atau tulis sendiri'), name);
	await typeInto(page, page.getByLabel('Jam mulai'), start);
	await typeInto(page, page.getByLabel('Jam selesai'), end);
	await use(page, button(page, 'Simpan'));
	await expect(heading(page, 'Kemarin')).toBeFocused();
	await spoken(page, /tersimpan di perangkat ini/i);
}

test('an employee signs in', async () => {
	await employee.openBrowser();
	await employee.goTo('/');
	await expect(employee.page.getByLabel('NIP')).toBeVisible();
	await signIn(employee);
	await employee.settles();
});

test('he opens the first tour and puts it away with Escape, and every stop of Hari ini is in sight', async () => {
	const { page } = employee;
	const tour = page.getByRole('dialog', { name: 'Empat hal yang perlu diketahui' });
	await use(page, button(page, 'Lihat tur singkat'));
	await expect(tour).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(tour).toHaveCount(0);
	await expect(button(page, 'Lihat tur singkat')).toHaveCount(0);
	await expect(heading(page, 'Hari ini')).toBeFocused();
	await tabTo(page, button(page, `Akun ${CAST.employee.name}`), 'Shift+Tab');
	await tabTo(page, link(page, 'Riwayat'), 'Shift+Tab');
	await tabTo(page, link(page, 'Langsung ke isi'));
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(link(page, 'Hari sebelumnya')).toBeFocused();
	await expectVisibleFocus(page);
});

test('he records two activities without a line, and hears that they are kept and then sent', async () => {
	const { page } = employee;
	await employee.loseSignal();
	// Before anything was tried.
	await employee.seesDelivery(/^Semua terkirim.*· sedang tanpa sinyal$/);
	await record(page, APPROVED, ['0800', '0830']);
	await record(page, RETURNED, ['0900', '0930']);
	await spoken(page, /2 kegiatan tersimpan di perangkat ini/);
	await employee.findSignal();
	await employee.seesAllSent();
	await spoken(page, /Semua terkirim/);
});

test('he looks at the delivery and opens an entry', async () => {
	const { page } = employee;
	await use(page, deliveryLine(page));
	await expect(heading(page, 'Pengiriman')).toBeFocused();
	await use(page, button(page, 'Kirim sekarang'));
	await expect(button(page, 'Kirim sekarang')).toBeFocused();
	await employee.seesAllSent();
	await use(page, link(page, 'Hari ini'));
	await expect(heading(page, 'Hari ini')).toBeFocused();
	await use(page, link(page, 'Hari sebelumnya'));
	await expect(heading(page, 'Kemarin')).toBeVisible();
	await use(page, link(page, new RegExp(RETURNED)));
	await expect(heading(page, RETURNED)).toBeFocused();
	await use(page, link(page, 'Kembali'));
	await expect(heading(page, 'Kemarin')).toBeFocused();
});

test('the supervisor approves one and returns the other with a reason', async () => {
	await supervisor.openBrowser();
	const { page } = supervisor;
	await supervisor.goTo('/');
	await signIn(supervisor);
	await supervisor.settles();
	await page.keyboard.press('Escape');
	await use(page, link(page, /^Tim/));
	await expect(heading(page, 'Tim')).toBeFocused();
	const card = (name: string) => page.getByRole('checkbox', { name });
	await use(page, button(page, 'Atur'));
	await tabTo(page, page.getByRole('radio', { checked: true }));
	for (const key of ['ArrowRight', 'ArrowLeft']) {
		await page.keyboard.press(key);
		await expectVisibleFocus(page);
		await expect(page.getByRole('radio', { checked: true })).toBeFocused();
	}
	await tabTo(page, card(APPROVED));
	await page.keyboard.press('Space');
	await expect(card(APPROVED)).toBeChecked();
	await use(page, button(page, 'Setujui'));
	await spoken(page, /Disetujui: .*\(.* Contoh\)/);
	await expect(card(APPROVED)).toHaveCount(0);
	await expectVisibleFocus(page);

	await page.keyboard.press('Shift+Tab');
	await tabTo(page, card(RETURNED));
	await page.keyboard.press('Space');
	await use(page, button(page, 'Kembalikan'));
	const dialog = page.getByRole('dialog');
	await typeInto(page, dialog.getByLabel('Alasan', { exact: true }), REASON);
	await use(page, dialog.getByRole('button', { name: 'Kembalikan', exact: true }));
	await expect(dialog).toHaveCount(0);
	await spoken(page, /Dikembalikan: .*\(.* Contoh\)/);
	await expectVisibleFocus(page);
	await supervisor.seesAllSent();
});

test('the employee hears that work came back, finds it and corrects it', async () => {
	const { page } = employee;
	await use(page, deliveryLine(page));
	await use(page, button(page, 'Kirim sekarang'));
	await spoken(page, /Ada kabar baru: \d+ perlu ditangani/);
	await use(page, link(page, /^Perlu perhatian/));
	await expect(heading(page, 'Perlu perhatian')).toBeFocused();
	await use(page, link(page, new RegExp(`^Perbaiki ?: ${RETURNED}`)));
	await expect(heading(page, 'Ubah kegiatan')).toBeFocused();
	await typeInto(page, page.getByLabel(/^Uraian/), CORRECTION);
	await use(page, button(page, 'Simpan'));
	await expect(heading(page, 'Kemarin')).toBeFocused();
	await spoken(page, /tersimpan di perangkat ini/i);
	await spoken(page, /tersimpan dan sudah terkirim/i);
	await employee.seesAllSent();
});

test('he signs out', async () => {
	const { page } = employee;
	const account = page.getByRole('button', { name: /^Akun/ });
	await use(page, account);
	const dialog = page.getByRole('dialog');
	await expect(dialog).toBeVisible();
	await tabTo(page, dialog.getByRole('button', { name: 'Keluar' }));
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(account).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(dialog).toBeVisible();
	await use(page, dialog.getByRole('button', { name: 'Keluar' }));
	await expect(heading(page, 'Masuk')).toBeVisible();
});
