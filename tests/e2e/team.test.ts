/**
 * A supervisor with a queue of 150 clears it, with the real server: groups, sifts, approves many and takes
 * them back, returns a set with one reason, and does the rest with the keyboard alone.
 */
import { expect, type Page, test } from '@playwright/test';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { Entry } from '#lib/domain/entry.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { seededRandom } from '#tests/support/random.ts';
import { type ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { type Person } from './person.ts';
import { COLLEAGUE, officeWith, reviewerAt, submission, waiting } from './reviewing.ts';

const MANY = 150;
const LETTERS = 40;
const REASON = 'Sebutkan nomor suratnya.';

let server: ServerProcess;
const people: Person[] = [];
let supervisor: Person;

/** 150 submissions of one employee, some of them about letters, and a few of another; over three days. */
function submissions() {
	const random = seededRandom(3);
	const today = dayOf(Date.now(), 'WITA');
	const of = (author: typeof COLLEAGUE, names: readonly string[]) =>
		names.map((name, index) =>
			submission(author, { date: addDays(today, -1 - (index % 3)), name, random })
		);
	const many = Array.from({ length: MANY }, (_unused, index) =>
		index < LETTERS ? `Menjawab surat ${index}` : `Menata lemari ${index}`
	);
	return [...of(CAST.employee, many), ...of(COLLEAGUE, ['Menyapa', 'Melayani', 'Mengantar'])];
}

test.beforeAll(async () => {
	server = await officeWith(submissions());
});

test.afterAll(async () => {
	for (const person of people) await person.dispose();
	await server.dispose();
});

async function personAt(nip: string): Promise<Person> {
	const person = await reviewerAt(server, nip);
	people.push(person);
	return person;
}

/** Of the toast, the only one while the latest decisions are folded away. */
const toast = (page: Page) => page.getByRole('button', { name: 'Urungkan', exact: true });

test('a reason that is given up takes nothing with it', async () => {
	supervisor = await personAt(CAST.supervisor.nip);
	const { page } = supervisor;
	const failures: Error[] = [];
	page.on('pageerror', (error) => failures.push(error));
	await supervisor.goTo('/tim');
	const boxes = page.getByRole('checkbox', { name: /^Pilih .*, \d/ });
	for (const index of [0, 1]) await boxes.nth(index).check();
	const all = await waiting(page);
	const ask = page.getByRole('button', { name: 'Kembalikan 2', exact: true });
	const dialog = page.getByRole('dialog');
	const reason = dialog.getByLabel('Alasan', { exact: true });

	await ask.click();
	await expect(dialog.getByText(/^2 kegiatan /)).toBeVisible();
	await reason.fill('Belum jadi');
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await ask.click();
	await expect(reason).toHaveValue('Belum jadi');
	await dialog.getByRole('button', { name: 'Batal', exact: true }).click();
	await expect(dialog).toHaveCount(0);
	for (const index of [0, 1]) await expect(boxes.nth(index)).toBeChecked();
	expect(await waiting(page)).toBe(all);

	await ask.click();
	await expect(reason).toHaveValue('');
	const ready = dialog.getByRole('button', { name: /^Mohon lampirkan/ });
	await ready.click();
	await expect(ready).toHaveAttribute('aria-pressed', 'true');
	await expect(reason).toHaveValue(/^Mohon lampirkan/);
	await expectAccessible(page);
	await ready.click();
	await expect(ready).toHaveAttribute('aria-pressed', 'false');
	await expect(reason).toHaveValue('');
	await dialog.getByRole('button', { name: 'Batal', exact: true }).click();
	await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
	await expect(page.getByRole('group', { name: '2 dipilih' })).toHaveCount(0);
	expect(failures).toEqual([]);
});

test('on a phone the buttons of a dialog are in sight before anything is scrolled', async () => {
	const { page } = supervisor;
	await page.setViewportSize({ width: 360, height: 740 });
	await page
		.getByRole('checkbox', { name: /^Pilih .*, \d/ })
		.first()
		.check();
	await page.getByRole('button', { name: 'Kembalikan', exact: true }).click();
	const dialog = page.getByRole('dialog');
	for (const name of ['Kembalikan', 'Batal']) {
		await expect(dialog.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
	}
	await expect(dialog.getByLabel('Alasan', { exact: true })).not.toBeInViewport({ ratio: 1 });
	await dialog.getByRole('button', { name: 'Batal', exact: true }).click();
	await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
	await page.setViewportSize({ width: 1366, height: 768 });
});

test('work of several people is approved only after their names were seen', async () => {
	const { page } = supervisor;
	const all = await waiting(page);
	await page.getByRole('button', { name: `Pilih semua (${all})` }).click();
	const approve = page.getByRole('button', { name: `Setujui ${all}`, exact: true });
	await approve.click();
	const dialog = page.getByRole('dialog', { name: `Setujui ${all} kegiatan?` });
	const rows = dialog.locator('summary');
	await expect(rows.filter({ hasText: CAST.employee.name })).toHaveText(/ \d+ kegiatan$/);
	const counts = (await rows.allTextContents()).map((row) =>
		Number(/(\d+) kegiatan$/.exec(row)?.[1])
	);
	expect(counts.length).toBeGreaterThan(1);
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);
	const entries = dialog.getByRole('listitem');
	await expect(entries).toHaveCount(0);
	await expect(dialog.getByRole('button', { name: /^Lihat dulu \d+ bertanda$/ })).toBeFocused();
	await rows.first().click();
	await expect(entries).toHaveCount(counts[0] ?? 0);
	await expect(entries.first()).toHaveText(/\d\d\.\d\d–\u2060\d\d\.\d\d · .+ · \d/);
	await expectAccessible(page);
	await dialog.getByRole('button', { name: 'Batal', exact: true }).click();
	await expect(approve).toBeVisible();
	expect(await waiting(page)).toBe(all);
	await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
});

test('a finger that goes on down the list decides nothing by the bar that has just come up', async () => {
	const { page } = supervisor;
	const all = await waiting(page);
	// Within the page, so that no slow machine gives the bar time.
	const wasReady = await page.evaluate(async () => {
		document.querySelector<HTMLElement>('[data-item] input[type="checkbox"]')?.click();
		await new Promise(requestAnimationFrame);
		const approve = document.querySelector<HTMLElement>('[data-bottom-bar] .primary');
		approve?.click();
		return approve?.ariaDisabled;
	});
	expect(wasReady).toBe('true');
	const approve = page.locator('[data-bottom-bar]').getByRole('button', { name: 'Setujui' });
	await expect(approve).toBeEnabled();
	expect(await waiting(page)).toBe(all);
	await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
});

test('who goes back from a day of the team finds it where he left it', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	const week = page.getByRole('region', { name: 'Siapa sudah mencatat' });
	// Another week than this one stays chosen, too.
	await week.getByRole('button', { name: 'Minggu sebelumnya' }).click();
	await expect(week.getByRole('button', { name: 'Minggu ini' })).toBeVisible();
	const cell = week.getByRole('link', { name: /\d kegiatan/ }).last();
	await cell.click();
	await expect(page.getByRole('heading', { name: /^Hari kerja / })).toBeVisible();
	const here = page.getByRole('link', { name: /^Tim/ }).and(page.locator('[aria-current="true"]'));
	await expect(here).toBeVisible();
	const day = page.url();
	await page.locator('main a[href^="/kegiatan/"]').first().click();
	await page.getByRole('link', { name: 'Kembali', exact: true }).click();
	await expect(page.getByRole('heading', { name: /^Hari kerja / })).toBeFocused();
	expect(page.url()).toBe(day);
	await page.goBack();
	await expect(cell).toBeInViewport();
	await expect(week.getByRole('button', { name: 'Minggu ini' })).toBeVisible();
});

test('who came back to an entry by the browser is led to the queue, not to what lay before it', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	const week = page.getByRole('region', { name: 'Siapa sudah mencatat' });
	await week
		.getByRole('link', { name: /\d kegiatan/ })
		.last()
		.click();
	await page.locator('main a[href^="/kegiatan/"]').first().click();
	const back = page.getByRole('link', { name: 'Kembali', exact: true });
	await expect(back).toHaveAttribute('href', /^\/tim\/hari/);
	await page.getByRole('link', { name: 'Riwayat', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Riwayat', level: 1 })).toBeVisible();
	await page.goBack();
	await expect(back).toHaveAttribute('href', '/tim');
	await back.click();
	await expect(page).toHaveURL(/\/tim$/);
});

test('a queue of 150 is cleared', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	await expect(page.getByRole('heading', { name: /menunggu diperiksa$/ })).toBeVisible();
	const all = await waiting(page);
	expect(all).toBeGreaterThanOrEqual(MANY);

	await page.getByText('Atur', { exact: true }).click();
	await page.getByLabel('Kata dalam kegiatan').fill('surat');
	await expect(page.getByText(`${LETTERS} dari ${all} kegiatan cocok`)).toBeVisible();
	await page.getByRole('button', { name: `Pilih semua (${LETTERS})` }).click();
	await expectAccessible(page);
	const giveBack = `Kembalikan ${LETTERS}`;
	await page.getByRole('button', { name: giveBack, exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Alasan', { exact: true }).fill(REASON);
	await dialog.getByRole('button', { name: giveBack, exact: true }).click();
	await expect(
		page.getByText(`Dikembalikan: ${LETTERS} kegiatan ${CAST.employee.name}`)
	).toBeVisible();
	await expect.poll(() => waiting(page)).toBe(all - LETTERS);

	await page.getByLabel('Kata dalam kegiatan').fill('lemari');
	const shelves = MANY - LETTERS;
	const every = page.getByRole('button', { name: `Pilih semua (${shelves})` });
	const approve = page.getByRole('button', { name: `Setujui ${shelves}`, exact: true });
	await every.click();
	await approve.click();
	// All of them at eight o'clock: they are seen first, and then approved without another question.
	await dialog.getByRole('button', { name: `Lihat dulu ${shelves} bertanda` }).click();
	await expect(approve).toHaveCount(0);
	await expect(page.getByText(`${shelves} dari ${all - LETTERS} kegiatan cocok`)).toBeVisible();
	await every.click();
	await approve.click();
	await expect(
		page.getByText(`Disetujui: ${shelves} kegiatan ${CAST.employee.name}`)
	).toBeVisible();
	await toast(page).click();
	await expect(
		page.getByText(`Diurungkan: ${shelves} kegiatan ${CAST.employee.name}`)
	).toBeVisible();
	await expect.poll(() => waiting(page)).toBe(all - LETTERS);

	// What the reviewer himself did is no change under his eyes: all of them are selected again.
	await page.getByRole('button', { name: 'Tampilkan semua lagi' }).click();
	await approve.click();
	await dialog.getByRole('button', { name: `Setujui ${shelves} kegiatan` }).click();
	await expect.poll(() => waiting(page)).toBe(all - MANY);

	await page.getByRole('button', { name: 'Hapus saringan' }).click();
	const box = page.getByRole('checkbox', { name: /^Pilih .*, \d/ }).first();
	await box.focus();
	for (let left = all - MANY; left > 0; left -= 1) {
		await page.keyboard.press('s');
		await expect.poll(() => waiting(page)).toBe(left - 1);
	}
	await expect(page.getByText('Tidak ada yang menunggu diperiksa.')).toBeVisible();
	await page.keyboard.press('u');
	await expect.poll(() => waiting(page)).toBe(1);
	await box.focus();
	await page.keyboard.press('s');
	await expect(page.getByText('Tidak ada yang menunggu diperiksa.')).toBeVisible();
	await supervisor.seesAllSent();
});

test('what one tap decided is taken back together, long after the toast', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	await page.getByRole('link', { name: 'Keputusan Anda' }).click();
	// They come up, with what is in them.
	const heading = page.getByRole('heading', { name: 'Keputusan Anda' });
	await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(200);
	const shelves = MANY - LETTERS;
	const recent = page.getByRole('region', { name: 'Keputusan Anda' });
	const cardOf = (title: string) =>
		recent.locator('.card', { has: page.getByRole('heading', { name: title, exact: true }) });
	await recent.getByRole('button', { name: /^Tampilkan \d+ lagi/ }).click();
	await expect(cardOf(`Disetujui: ${shelves} kegiatan`)).toContainText(CAST.employee.name);
	const returned = cardOf(`Dikembalikan: ${LETTERS} kegiatan`);
	await returned.getByRole('button', { name: /^Lihat satu per satu/ }).click();
	// Whoever looks at one of them comes back to them.
	await returned.getByRole('link').first().click();
	await page.getByRole('link', { name: 'Kembali' }).click();
	await expect(returned.getByRole('button', { name: /^Lihat satu per satu/ })).toHaveAttribute(
		'aria-expanded',
		'true'
	);
	const each = returned.getByRole('button', { name: /^Urungkan ?:/ });
	await expect(each).toHaveCount(15);
	await expectAccessible(page);
	await each.first().click();
	await expect.poll(() => waiting(page)).toBe(1);
	const rest = LETTERS - 1;
	const undoAll = new RegExp(`^Urungkan semua \\(${rest}\\)`);
	await recent.getByRole('button', { name: undoAll }).first().click();
	const question = page.getByRole('dialog', { name: `Urungkan ${rest} keputusan?` });
	await question.getByRole('button', { name: 'Batal' }).click();
	expect(await waiting(page)).toBe(1);
	await recent.getByRole('button', { name: undoAll }).first().click();
	await question.getByRole('button', { name: undoAll }).click();
	await expect(page.getByText(`Diurungkan: ${rest} kegiatan`)).toBeVisible();
	await expect.poll(() => waiting(page)).toBe(LETTERS);

	await page.getByRole('button', { name: `Pilih semua (${LETTERS})` }).click();
	const giveBack = `Kembalikan ${LETTERS}`;
	await page.getByRole('button', { name: giveBack, exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Alasan', { exact: true }).fill(REASON);
	await dialog.getByRole('button', { name: giveBack, exact: true }).click();
	await expect(page.getByText('Tidak ada yang menunggu diperiksa.')).toBeVisible();
	await supervisor.seesAllSent();
});

test('who acts for his own supervisor is told so', async () => {
	const acting = await personAt(CAST.actingHead.nip);
	await acting.goTo('/tim');
	await expect(
		acting.page.getByText(/^Anda memutuskan sebagai Plh untuk .+ Contoh, /)
	).toBeVisible();
	await expectAccessible(acting.page);
});

test('the database holds each decision, and the second thoughts', async () => {
	await server.signal('SIGTERM');
	const documents = await server.withDatabases(({ work }) =>
		work.withPrefix(`p${CAST.employee.nip}`)
	);
	const entries = documents
		.map((document) => Entry.parse(document))
		.filter(({ content }) => content.description === 'Rapi.');
	const returned = entries.filter(({ status }) => status === 'returned');
	const approved = entries.filter(({ status }) => status === 'approved');
	expect([returned.length, approved.length]).toEqual([LETTERS, MANY - LETTERS]);
	expect(returned.every(({ history }) => history.at(-1)?.reason === REASON)).toBe(true);
	const kinds = ['entry.submit', 'review.approve', 'review.undo', 'review.approve'];
	for (const { history } of approved) expect(history.map(({ kind }) => kind)).toEqual(kinds);
});
