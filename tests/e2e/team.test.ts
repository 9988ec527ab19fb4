/**
 * A supervisor with a queue of 150 clears it, with the real server: groups, sifts, approves many and takes
 * them back, returns a set with one reason, and does the rest with the keyboard alone.
 */
import { expect, type Page, test } from '@playwright/test';
import { addDays, dayOf, instantOf } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { Entry } from '#lib/domain/entry.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { CAST, MEMBERS } from '#server/admin/demonstration-office.ts';
import { aContent, afterStep, aMutation, someFacts } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { Person } from './person.ts';

const MANY = 150;
const LETTERS = 40;
const LONG = `Baris panjang. ${'Menyiram dan memangkas tanaman. '.repeat(30)}Nomor 800/299.`;
const OTHER = MEMBERS.find(
	({ nip, supervisor }) => supervisor === CAST.supervisor.nip && nip !== CAST.employee.nip
)!;
const REASON = 'Sebutkan nomor suratnya.';

let server: ServerProcess;
const people: Person[] = [];

type Owner = { readonly nip: string; readonly name: string };

function submission(by: Owner, date: string, { name, description, id }: Work) {
	const at = instantOf(date, 16 * 60, 'WITA');
	const documentId = entryId(by.nip, date, id(at));
	const content = aContent({ activity: { code: null, name }, description });
	const submit = aMutation('entry.submit', { documentId, recordedAt: at, content });
	const facts = someFacts({}, { date, at });
	const actor = { nip: by.nip, name: by.name };
	const { _rev: _made, ...entry } = afterStep(undefined, submit, { ...facts, actor });
	return entry;
}

type Work = {
	readonly name: string;
	readonly description: string;
	readonly id: (at: number) => string;
};

/** Of somebody else: the one that waits longest of all, and two that are the newest. */
function othersWork() {
	const random = seededRandom(5);
	const today = dayOf(Date.now(), 'WITA');
	return [9, 1, 1].map((days, index) =>
		submission(OTHER, addDays(today, -days), {
			name: `Merawat taman ${index}`,
			description: LONG,
			id: (at) => newUlid(at, random)
		})
	);
}

/** 150 submissions of one employee, spread over three days; some of them about letters. */
function submissions() {
	const random = seededRandom(3);
	const today = dayOf(Date.now(), 'WITA');
	return Array.from({ length: MANY }, (_unused, index) => {
		const name = index < LETTERS ? `Menjawab surat ${index}` : `Menata lemari ${index}`;
		return submission(CAST.employee, addDays(today, -1 - (index % 3)), {
			name,
			description: 'Rapi.',
			id: (at) => newUlid(at, random)
		});
	});
}

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.withDatabases(async ({ work }) => {
		const before = await work.withPrefix(`p${CAST.employee.nip}`);
		expect(before.length).toBeGreaterThan(0);
		const outcomes = await work.write([...submissions(), ...othersWork()]);
		expect(outcomes.every(({ ok }) => ok)).toBe(true);
	});
	await server.start();
});

test.afterAll(async () => {
	for (const person of people) await person.dispose();
	await server.dispose();
});

async function personAt(nip: string): Promise<Person> {
	const person = await Person.at(server.url, nip);
	people.push(person);
	await person.openBrowser({ width: 1366, height: 768 });
	await person.goTo('/');
	await person.signIn();
	await person.settles();
	return person;
}

async function waiting(page: Page): Promise<number> {
	const heading = page.getByRole('heading', { name: /menunggu Anda periksa$/i });
	return Number(/^\d+/.exec((await heading.textContent())?.trim() ?? '')?.[0] ?? 0);
}

const GROUP = '[aria-labelledby="queue"] h3 .name';

const toast = (page: Page) => page.getByRole('button', { name: 'Batalkan', exact: true });

test('the queue stays still under the hand, and is found again as it was left', async () => {
	const supervisor = await personAt(CAST.supervisor.nip);
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	const group = page.getByRole('region', { name: OTHER.name });
	const boxOf = (name: string) => page.getByRole('checkbox', { name: new RegExp(`: ${name}$`) });
	const name = group.getByRole('heading').getByRole('button');
	await expect(name).toBeVisible();
	if ((await name.getAttribute('aria-expanded')) === 'false') await name.click();
	await expect(boxOf('Merawat taman 0')).toBeVisible();
	const all = await waiting(page);
	const names = await page.locator(GROUP).allTextContents();

	// With the focus on nothing in particular.
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Tombol cepat' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	await page.keyboard.press('j');
	await expect(page.getByRole('checkbox', { name: /^Pilih .*, \d/ }).first()).toBeFocused();
	await boxOf('Merawat taman 0').focus();
	await page.keyboard.press('s');
	await expect(boxOf('Merawat taman 1')).toBeFocused();
	await page.keyboard.press('s');
	await expect(boxOf('Merawat taman 2')).toBeFocused();
	await expect.poll(() => waiting(page)).toBe(all - 2);
	expect(await page.locator(GROUP).allTextContents()).toEqual(names);

	const unfold = group.getByRole('button', { name: /^Selengkapnya/ });
	await expect(unfold).toHaveAttribute('aria-expanded', 'false');
	await unfold.click();
	await expect(group.getByRole('button', { name: /^Ringkas/ })).toBeVisible();

	await page.getByRole('button', { name: 'Saring', exact: true }).click();
	await boxOf('Merawat taman 2').check();
	await expect(page.getByText(`1 dipilih · ${OTHER.name}`)).toBeVisible();
	await page.getByLabel('Kata dalam kegiatan').fill('surat 7');
	await expect(page.getByText(/ dipilih/)).toHaveCount(0);
	await page.getByRole('button', { name: 'Hapus saringan' }).click();
	await expect(boxOf('Merawat taman 2')).not.toBeChecked();

	await page.getByLabel('Kata dalam kegiatan').fill('lemari 14');
	await boxOf('Menata lemari 149').check();
	const links = page.getByRole('link', { name: /^Buka lengkap ?: Menata lemari 148/ });
	await links.click();
	await expect(page.getByRole('heading', { level: 1, name: 'Menata lemari 148' })).toBeVisible();
	await page.goBack();
	await expect(links).toBeFocused();
	await expect(links).toBeInViewport();
	await expect(boxOf('Menata lemari 149')).toBeChecked();
	await expect(page.getByLabel('Kata dalam kegiatan')).toHaveValue('lemari 14');
	await supervisor.seesAllSent();
});

test('a queue of 150 is cleared', async () => {
	const supervisor = await personAt(CAST.supervisor.nip);
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	await expect(page.getByText(/menunggu Anda periksa$/)).toBeVisible();
	const all = await waiting(page);
	expect(all).toBeGreaterThanOrEqual(MANY);

	await page.getByText('Saring', { exact: true }).click();
	await page.getByLabel('Kata dalam kegiatan').fill('surat');
	await expect(page.getByText(`${LETTERS} dari ${all} kegiatan cocok`)).toBeVisible();
	await page.getByRole('button', { name: `Pilih semua (${LETTERS})` }).click();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Kembalikan', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Alasan', { exact: true }).fill(REASON);
	await dialog.getByRole('button', { name: 'Kembalikan', exact: true }).click();
	await expect(page.getByText(`${LETTERS} kegiatan dikembalikan`)).toBeVisible();
	await expect.poll(() => waiting(page)).toBe(all - LETTERS);

	await page.getByLabel('Kata dalam kegiatan').fill('lemari');
	const shelves = MANY - LETTERS;
	await page.getByRole('button', { name: `Pilih semua (${shelves})` }).click();
	await page.getByRole('button', { name: `Setujui ${shelves}`, exact: true }).click();
	await expect(page.getByText(`${shelves} kegiatan disetujui`)).toBeVisible();
	await toast(page).click();
	await expect(page.getByText(`${shelves} keputusan dibatalkan`)).toBeVisible();
	await expect.poll(() => waiting(page)).toBe(all - LETTERS);

	// What the reviewer himself did is no change under his eyes.
	await page.getByRole('button', { name: `Pilih semua (${shelves})` }).click();
	await page.getByRole('button', { name: `Setujui ${shelves}`, exact: true }).click();
	await expect.poll(() => waiting(page)).toBe(all - MANY);

	await page.getByRole('button', { name: 'Hapus saringan' }).click();
	const box = page.getByRole('checkbox', { name: /^Pilih .*, \d/ }).first();
	await box.focus();
	for (let left = all - MANY; left > 0; left -= 1) {
		await page.keyboard.press('s');
		await expect.poll(() => waiting(page)).toBe(left - 1);
	}
	await expect(page.getByText('Tidak ada yang menunggu diperiksa.')).toBeVisible();
	await supervisor.seesAllSent();
});

test('who acts for his own supervisor is told so', async () => {
	const acting = await personAt(CAST.actingHead.nip);
	await acting.goTo('/tim');
	await expect(acting.page.getByText(/^Anda memutuskan sebagai Plh/)).toBeVisible();
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
