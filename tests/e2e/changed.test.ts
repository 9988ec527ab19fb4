/**
 * What the author changes after the supervisor has looked is never approved by accident, with the real server:
 * not while it is on the screen, not after a reload, and not by a tick that was for what it was before.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { seededRandom } from '#tests/support/random.ts';
import { type ServerProcess } from '#tests/support/server-process.ts';
import { draw } from './finger.ts';
import { type Person } from './person.ts';
import { save } from './recording.ts';
import { officeWith, reviewerAt, submission, waiting } from './reviewing.ts';

const CHANGED = 'Menata lemari satu';

let server: ServerProcess;
let supervisor: Person;
let author: Person;

test.describe.configure({ mode: 'serial' });

/** All of one hour, so that each of them is marked and many are never approved unasked. */
const work = ['satu', 'dua', 'tiga'].map((name) => {
	const date = addDays(dayOf(Date.now(), 'WITA'), -1);
	const random = seededRandom(name.length + name.charCodeAt(0));
	return submission(CAST.employee, { date, name: `Menata lemari ${name}`, random });
});
const path = `/kegiatan/${encodeURIComponent(work[0]!._id)}`;

test.beforeAll(async () => {
	server = await officeWith(work);
	supervisor = await reviewerAt(server, CAST.supervisor.nip);
	author = await reviewerAt(server, CAST.employee.nip);
});

test.afterAll(async () => {
	await supervisor.dispose();
	await author.dispose();
	await server.dispose();
});

/** The author writes something else, and the server has it. */
async function edit(description: string): Promise<void> {
	const { page } = author;
	await author.goTo(path);
	await page.getByRole('link', { name: 'Ubah', exact: true }).click();
	await page.getByLabel(/^Uraian/).fill(description);
	await save(page);
	await author.seesAllSent();
}

/** The supervisor's device asks for news in another tab, until this one shows what is new. */
async function hear(sign: Locator): Promise<void> {
	const { page } = supervisor;
	const other = await page.context().newPage();
	await other.goto(new URL('/pengiriman', page.url()).href);
	await other.getByRole('button', { name: 'Kirim sekarang' }).click();
	await expect(sign).toBeVisible();
	await other.close();
}

/** Only these three are in the queue then. */
async function openQueue(page: Page): Promise<void> {
	await supervisor.goTo('/tim');
	await page.getByRole('button', { name: 'Atur', exact: true }).click();
	await page.getByLabel('Kata dalam kegiatan').fill('menata lemari');
	await expect(page.locator('[data-item]')).toHaveCount(3);
}

const card = (page: Page): Locator =>
	page.locator('[data-item]', { has: page.getByRole('checkbox', { name: CHANGED }) });
const mark = (page: Page) => page.getByText('Berubah sejak Anda lihat', { exact: true });
const box = (page: Page) => page.getByRole('checkbox', { name: CHANGED });

/** Nothing decides it: no key, no finger, and not all of them together. */
async function expectUndecided(page: Page, shown: string): Promise<void> {
	const all = await waiting(page);
	await expect(card(page).getByText('Berubah sejak Anda lihat')).toBeVisible();
	await expect(card(page)).toContainText(shown);
	await expect(mark(page)).toHaveCount(1);
	await box(page).focus();
	await page.keyboard.press('s');
	await draw(page, card(page), { dx: 180 });
	await page.getByRole('button', { name: 'Pilih semua (2)', exact: true }).click();
	await expect(box(page)).not.toBeChecked();
	await expect(page.getByText(/^1 kegiatan berubah sejak Anda lihat/)).toBeVisible();
	await page.getByRole('button', { name: 'Setujui 2', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByText('2 bertanda perlu dilihat')).toBeVisible();
	await dialog.getByRole('button', { name: 'Batal', exact: true }).click();
	await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
	expect(await waiting(page)).toBe(all);
	await expect(page.locator('[data-toast]')).toHaveCount(0);
}

test('a tick is for the version that was ticked', async () => {
	const { page } = supervisor;
	await openQueue(page);
	await box(page).check();
	await page.getByRole('link', { name: new RegExp(`^Buka lengkap ?: ${CHANGED}`) }).click();
	await expect(page.getByRole('heading', { level: 1, name: CHANGED })).toBeVisible();
	await edit('Rapi sekali.');
	const look = page.getByRole('button', { name: 'Tampilkan yang terbaru' });
	await hear(look);
	await look.click();
	await page.goBack();
	await expect(card(page)).toContainText('Rapi sekali.');
	await expect(mark(page)).toHaveCount(0);
	await expect(box(page)).not.toBeChecked();
	await expect(page.getByText(/ dipilih/)).toHaveCount(0);
});

test('what changes on the screen waits for another look', async () => {
	const { page } = supervisor;
	await edit('Rapi, dua kali.');
	await hear(mark(page));
	await expectUndecided(page, 'Rapi sekali.');
});

test('and after a reload, or when it changed while nobody looked', async () => {
	const { page } = supervisor;
	await openQueue(page);
	await expectUndecided(page, 'Rapi sekali.');
	await page.getByRole('button', { name: new RegExp('^Tampilkan yang terbaru') }).click();
	await expect(card(page)).toContainText('Rapi, dua kali.');
	await supervisor.goTo('/');
	await edit('Rapi, tiga kali.');
	await openQueue(page);
	await expectUndecided(page, 'Rapi, dua kali.');
});

test('those with a mark are shown with it, and go on being shown when they are looked at', async () => {
	const { page } = supervisor;
	await page.getByRole('button', { name: /^Lihat dulu \d+ bertanda$/ }).click();
	const all = await waiting(page);
	await page.getByRole('button', { name: new RegExp('^Tampilkan yang terbaru') }).click();
	await expect(card(page)).toContainText('Rapi, tiga kali.');
	await box(page).focus();
	await page.keyboard.press('s');
	await expect.poll(() => waiting(page)).toBe(all - 1);
	await supervisor.seesAllSent();
});

test('on the author’s device each change is told as one, not as work recorded again', async () => {
	await author.goTo('/pengiriman/bukti');
	const { page } = author;
	await expect(page.getByText('Perubahan kegiatan', { exact: true })).not.toHaveCount(0);
	await expect(page.getByText('Catatan kegiatan', { exact: true })).toHaveCount(0);
});
