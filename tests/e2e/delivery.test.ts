/**
 * What a person can check and rescue when delivery fails: the log of contacts, the outbox carried to
 * another device in a file, a stuck change thrown away, and what another app shares.
 */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { Entry } from '#lib/domain/entry.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { changeRows } from './outbox-rows.ts';
import { pause } from './finger.ts';
import { Person } from './person.ts';
import { fillActivity, save } from './recording.ts';

const CARRIED = 'Menyalin daftar hadir';
const STUCK = 'Memberi nomor rak';
const MENDED = 'Menghitung rak';
const PUT_OFF = 'Mengecat rak';

let server: ServerProcess;
let phone: Person;
let other: Person;

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
	phone = await Person.at(server.url, CAST.employee.nip);
	other = await Person.at(server.url, CAST.employee.nip);
	for (const person of [phone, other]) {
		await person.openBrowser();
		await person.goTo('/');
		await person.signIn();
		await person.settles();
	}
});

test.afterAll(async () => {
	await phone.dispose();
	await other.dispose();
	await server.dispose();
});

const sendNow = (page: Page) => page.getByRole('button', { name: 'Kirim sekarang' }).click();

test('the log tells of a server that was down and came back', async () => {
	const { page } = phone;
	await server.signal('SIGKILL');
	await phone.goTo('/catat');
	await fillActivity(page, 'Menata arsip surat', ['07:30', '08:00']);
	await save(page);
	await phone.seesDelivery(/^1 kegiatan tersimpan di perangkat ini/);
	await phone.goTo('/pengiriman/sambungan');
	const failed = /^\d\d\.\d\d: tidak ada sambungan ke server, dicoba lagi \d\d\.\d\d$/;
	await expect(page.getByText(failed).first()).toBeVisible();

	await server.start();
	await phone.goTo('/pengiriman');
	await sendNow(page);
	await phone.seesAllSent();
	await page.getByRole('link', { name: 'Riwayat sambungan' }).click();
	await expect(page.getByText(/^\d\d\.\d\d: terkirim 1 catatan/)).toBeVisible();
	await expectAccessible(page);

	const saved = page.waitForEvent('download');
	await page.evaluate(() => Object.defineProperty(navigator, 'canShare', { value: undefined }));
	await page.getByRole('button', { name: 'Bagikan ke petugas bantuan' }).click();
	const support = await readFile(await (await saved).path(), 'utf8');
	expect(support).toMatch(/Versi aplikasi: \S+/);
	expect(support).not.toContain('Menata arsip');
	expect(support).not.toContain(phone.nip);
});

test('every change has its proof', async () => {
	await phone.goTo('/pengiriman/bukti');
	const { page } = phone;
	await expect(page.getByText(/^1 dari 1 sampai di server$/)).toBeVisible();
	await expect(page.getByText(/dicatat .+, diterima server .+ WITA$/)).toBeVisible();
	await expectAccessible(page);
});

test('what a broken phone holds is carried in a file, and delivered once', async () => {
	await phone.loseSignal();
	await phone.goTo('/catat');
	await fillActivity(phone.page, CARRIED, ['09:00', '09:30']);
	await save(phone.page);
	await phone.goTo('/pengiriman/berkas');
	await expectAccessible(phone.page);
	const saved = phone.page.waitForEvent('download');
	await phone.page.getByRole('button', { name: 'Simpan berkas' }).click();
	const path = await (await saved).path();

	await other.goTo('/pengiriman/berkas');
	const choose = other.page.getByLabel('Pilih berkas');
	await choose.setInputFiles(path);
	await expect(other.page.getByText(/^1 perubahan diambil dari berkas/)).toBeVisible();
	await other.seesAllSent();
	await choose.setInputFiles(path);
	await expect(other.page.getByText(/^Semua isi berkas sudah ada/)).toBeVisible();
	await choose.setInputFiles('package.json');
	await expect(other.page.getByText(/^Ini bukan berkas catatan/)).toBeVisible();
	await expectAccessible(other.page);

	await phone.findSignal();
	await phone.seesAllSent();
});

test('a stuck change is thrown away, after the person has read what is lost', async () => {
	const { page } = phone;
	await phone.loseSignal();
	await phone.goTo('/catat');
	await fillActivity(page, STUCK, ['10:00', '10:30']);
	await save(page);
	// As a server that can't judge it leaves it.
	await changeRows(page, phone.nip, { row: { deferred: true, deferredSince: 1 } });
	await phone.goTo('/pengiriman');
	const card = page.getByRole('article', { name: new RegExp(STUCK) });
	await expect(card).toBeVisible();
	await expectAccessible(page);
	await card.getByRole('button', { name: 'Buang' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByText(new RegExp(`Yang hilang: .*${STUCK}`))).toBeVisible();
	await expectAccessible(page);
	await dialog.getByRole('button', { name: 'Buang' }).click();
	await expect(card).toHaveCount(0);
	await phone.findSignal();
	await phone.seesAllSent();
});

test('what the server could not read is mended in the form, or sent again as it is', async () => {
	const { page } = phone;
	await phone.loseSignal();
	await phone.goTo('/catat');
	await fillActivity(page, MENDED, ['10:00', '10:30']);
	await save(page);
	await changeRows(page, phone.nip, { content: { description: 'x'.repeat(5_000) } });
	await phone.findSignal();
	await phone.goTo('/pengiriman');
	const card = page.getByRole('article', { name: new RegExp(MENDED) });
	await expect(card.getByText(/^Server tidak bisa membaca perubahan ini/)).toBeVisible({
		timeout: 60_000
	});
	await expectAccessible(page);
	const answered = page.waitForResponse('**/api/sync');
	await card.getByRole('button', { name: 'Coba lagi' }).click();
	await answered;
	await expect(card.getByText(/^Server tidak bisa membaca perubahan ini/)).toBeVisible();

	await pause(page);
	await card.getByRole('button', { name: 'Perbaiki' }).click();
	await expect(page.getByLabel(/^Uraian/)).toHaveValue(/^x{5000}$/);
	await page.getByLabel(/^Uraian/).fill('Dua belas rak.');
	await save(page);
	await phone.seesAllSent();
	await phone.goTo('/pengiriman');
	await expect(card).toHaveCount(0);
});

test('what the server has put off is sent again at a tap', async () => {
	const { page } = phone;
	await phone.loseSignal();
	await phone.goTo('/catat');
	await fillActivity(page, PUT_OFF, ['10:30', '11:00']);
	await save(page);
	await changeRows(page, phone.nip, { row: { deferred: true, deferredSince: 1 } });
	await phone.goTo('/pengiriman');
	const card = page.getByRole('article', { name: new RegExp(PUT_OFF) });
	await expect(card.getByRole('button', { name: 'Perbaiki' })).toHaveCount(0);
	await phone.findSignal();
	await card.getByRole('button', { name: 'Coba lagi' }).click();
	await expect(card).toHaveCount(0);
	await phone.seesAllSent();
});

test('that no server answers is said also while nothing waits', async () => {
	await server.signal('SIGKILL');
	await phone.goTo('/pengiriman');
	await sendNow(phone.page);
	await phone.seesDelivery(/^Semua terkirim, .+ · (belum tersambung ke server|sinyal terputus)$/);
	await server.start();
	await sendNow(phone.page);
	await phone.seesDelivery(/^Semua terkirim, [^·]+$/);
});

test('who asks to send without a line is told at once what becomes of it', async () => {
	await phone.loseSignal();
	await phone.goTo('/pengiriman');
	await sendNow(phone.page);
	const answer = phone.page.getByRole('main').getByRole('status');
	await expect(answer).toHaveText(/^Tidak ada sinyal sekarang\. .+ begitu ada sinyal\.$/, {
		timeout: 1_000
	});
	await phone.findSignal();
	await sendNow(phone.page);
	await expect(answer).toHaveText(/^Semua terkirim, /);
});

/** The server takes its time, until told to answer. */
async function holdAnswers(page: Page): Promise<() => void> {
	let answer = (): void => undefined;
	const isAnswered = new Promise<void>((resolve) => (answer = resolve));
	await page.route('**/api/sync', async (route) => {
		await isAnswered;
		await route.continue();
	});
	return answer;
}

test('what is on its way is said to be, and to wait once that takes long', async () => {
	const { page } = phone;
	const answer = await holdAnswers(page);
	await phone.goTo('/catat');
	await fillActivity(page, 'Menghitung majalah', ['11:00', '11:30']);
	await save(page);
	const card = page.getByRole('listitem').filter({ hasText: 'Menghitung majalah' });
	await expect(card.getByText('Baru saja disimpan, sedang dikirim.')).toBeVisible();
	await expect(card.getByText('Sedang dikirim', { exact: true })).toBeVisible();
	await phone.seesDelivery(/^Sedang mengirim 1 kegiatan…$/);
	await expect(page.getByText(/belum terkirim/i)).toHaveCount(0);

	await expect(card.getByText('Belum terkirim', { exact: true })).toBeVisible();
	await expect(card.getByText(/^Baru saja disimpan di perangkat ini, belum/)).toBeVisible();
	answer();
	await expect(card.getByText('Baru saja disimpan dan sudah terkirim.')).toBeVisible();
	await page.unroute('**/api/sync');
	await phone.seesAllSent();
});

test('its own page says the same of it, and then when the server had it', async () => {
	const { page } = phone;
	const answer = await holdAnswers(page);
	await phone.goTo('/catat');
	await fillActivity(page, 'Menyusun daftar majalah', ['11:30', '11:45']);
	await save(page);
	await page
		.getByRole('listitem')
		.filter({ hasText: 'Menyusun daftar majalah' })
		.getByRole('link')
		.click();
	const receipt = page.getByRole('region', { name: 'Tanda terima' });
	await expect(receipt).toContainText('Sedang dikirim ke server.');
	await expect(page.getByText('Belum terkirim', { exact: true })).toHaveCount(0);
	await expect(receipt).toContainText('Belum diterima server.');
	answer();
	await expect(receipt).toContainText(/diterima server \d/);
	await page.unroute('**/api/sync');
});

test('what another app shares becomes a draft, also without a line', async () => {
	await phone.loseSignal();
	const { page } = phone;
	const link = 'https://dokumen.example.go.id/surat/12';
	await phone.goTo(`/bagikan?judul=Surat&teks=${encodeURIComponent(`Balas segera ${link}`)}`);
	await expect(page.getByLabel(/^Uraian/)).toHaveValue('Surat\nBalas segera');
	await expect(page.getByLabel(/^Tautan bukti/)).toHaveValue(link);
	await phone.findSignal();
});

test('the server holds the carried entry once, its time proven, and nothing of what was thrown away', async () => {
	await server.signal('SIGTERM');
	const documents = await server.withDatabases(({ work }) => work.withPrefix(`p${phone.nip}`));
	const entries = documents.map((document) => Entry.parse(document));
	const named = (name: string) => entries.filter(({ content }) => content.activity.name === name);
	expect(named(STUCK)).toEqual([]);
	expect(named(MENDED).map(({ content }) => content.description)).toEqual(['Dua belas rak.']);
	expect(named(PUT_OFF)).toHaveLength(1);
	expect(
		named(CARRIED).map(({ history }) => history.map(({ unproven }) => unproven ?? false))
	).toEqual([[false]]);
});
