/**
 * The queue under a supervisor's hand, with the real server: nothing moves while entries are decided one
 * after the other, and whoever opens one finds the queue again as it was left.
 */
import { expect, type Page, test } from '@playwright/test';
import { addDays, dayOf, instantOf } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { CAST, MEMBERS } from '#server/admin/demonstration-office.ts';
import { aContent, afterStep, aMutation, someFacts } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { Person } from './person.ts';

const LONG = `Baris panjang. ${'Menyiram dan memangkas tanaman. '.repeat(30)}Nomor 800/299.`;
const OTHER = MEMBERS.find(
	({ nip, supervisor }) => supervisor === CAST.supervisor.nip && nip !== CAST.employee.nip
)!;

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

/** Of somebody else: the one that waits longest of all, and two newer ones. */
function othersWork() {
	const random = seededRandom(5);
	const today = dayOf(Date.now(), 'WITA');
	return [20, 2, 1].map((days, index) =>
		submission(OTHER, addDays(today, -days), {
			name: `Merawat taman ${index}`,
			description: LONG,
			id: (at) => newUlid(at, random)
		})
	);
}

/** The employee's own, between those of the other. */
function shelves() {
	const random = seededRandom(3);
	const date = addDays(dayOf(Date.now(), 'WITA'), -1);
	return ['148', '149'].map((index) =>
		submission(CAST.employee, date, {
			name: `Menata lemari ${index}`,
			description: 'Rapi.',
			id: (at) => newUlid(at, random)
		})
	);
}

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.withDatabases(async ({ work }) => {
		const before = await work.withPrefix(`p${CAST.employee.nip}`);
		expect(before.length).toBeGreaterThan(0);
		const outcomes = await work.write([...shelves(), ...othersWork()]);
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
	await page.getByLabel('Kata dalam kegiatan').fill('tidak ada');
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
