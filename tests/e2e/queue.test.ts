/**
 * The queue under a supervisor's hand, with the real server: nothing moves while entries are decided one
 * after the other, and whoever opens one finds the queue again as it was left.
 */
import { expect, type Page, test } from '@playwright/test';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { seededRandom } from '#tests/support/random.ts';
import { type ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { type Person } from './person.ts';
import { COLLEAGUE, officeWith, reviewerAt, submission, waiting } from './reviewing.ts';

const LONG = `Baris panjang. ${'Menyiram dan memangkas tanaman. '.repeat(30)}Nomor 800/299.`;

let server: ServerProcess;
let supervisor: Person;

/** Of a colleague the one that waits longest of all and two newer ones; of the employee what lies between. */
function submissions() {
	const random = seededRandom(5);
	const daysAgo = (days: number) => addDays(dayOf(Date.now(), 'WITA'), -days);
	const gardens = [20, 2, 1].map((days, index) => ({
		date: daysAgo(days),
		name: `Merawat taman ${index}`,
		description: LONG,
		random
	}));
	const shelves = ['148', '149'].map((index) => ({
		date: daysAgo(1),
		name: `Menata lemari ${index}`,
		random
	}));
	return [
		...gardens.map((work) => submission(COLLEAGUE, work)),
		...shelves.map((work) => submission(CAST.employee, work))
	];
}

test.beforeAll(async () => {
	server = await officeWith(submissions());
	supervisor = await reviewerAt(server, CAST.supervisor.nip);
});

test.afterAll(async () => {
	await supervisor.dispose();
	await server.dispose();
});

/** How far the top of the card around what has the focus lies below the bars above it, in px. */
const belowBars = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const card = document.activeElement?.closest('[data-item]');
		const bar = card?.closest('section')?.querySelector('[data-group-bar]');
		return card && bar
			? card.getBoundingClientRect().top - bar.getBoundingClientRect().bottom
			: NaN;
	});

const GROUP = '[aria-labelledby="queue"] h3 .name';

test('what overlaps is marked on its card, and said beside the minutes of the day', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	await page.getByRole('button', { name: 'Atur', exact: true }).click();
	await page.getByRole('radio', { name: 'Hari', exact: true }).check();
	await expect(page.locator(GROUP).first()).toHaveText(/^(Sen|Sel|Rab|Kam|Jum|Sab|Min)/);
	await page.getByRole('radio', { name: 'Orang', exact: true }).check();
	await expect(page.locator(GROUP).first()).toHaveText(/Contoh/);
	await page.getByLabel('Kata dalam kegiatan').fill('lemari 14');
	const marks = page.getByText(/^60 menit bertumpuk dengan “.+” \(08\.00–\u206009\.\d\d\)$/);
	await expect(marks).toHaveCount(2);
	// Several with marks among them are never approved unasked.
	await page.getByRole('button', { name: /^Pilih semua \(\d+\)$/ }).click();
	await page.getByRole('button', { name: /^Setujui \d+$/ }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByText('2 bertanda perlu dilihat')).toBeVisible();
	await expectAccessible(page);
	await dialog.getByRole('button', { name: 'Batal' }).click();
	await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
	await page.getByRole('link', { name: /^Buka lengkap ?: Menata lemari 148/ }).click();
	await expect(page.getByRole('region', { name: 'Putusan Anda' })).toContainText('menit bertumpuk');
	await page.goBack();
	// In reach also while the fields are folded.
	await page.getByRole('button', { name: 'Atur (disaring)' }).click();
	await page.getByRole('button', { name: 'Hapus saringan' }).click();
	const yesterday = addDays(dayOf(Date.now(), 'WITA'), -1);
	await supervisor.goTo(`/tim/hari?pegawai=${CAST.employee.nip}&tanggal=${yesterday}`);
	await expect(page.getByText(/^\d+ menit bertumpuk\./)).toBeVisible();
});

test('the queue stays still under the hand, and is found again as it was left', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	const group = page.getByRole('region', { name: COLLEAGUE.name });
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
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	await page.keyboard.press('j');
	await expect(page.getByRole('checkbox', { name: /^Pilih .*, \d/ }).first()).toBeFocused();
	// The button has the focus again when what it opened is closed.
	const keys = page.getByRole('button', { name: 'Tombol cepat (?)' });
	await keys.click();
	await page.keyboard.press('Escape');
	await expect(keys).toBeFocused();
	await page.keyboard.press('j');
	await expect(page.getByRole('checkbox', { name: /^Pilih .*, \d/ }).first()).toBeFocused();
	await boxOf('Merawat taman 0').focus();
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	await page.keyboard.press('s');
	await expect(boxOf('Merawat taman 1')).toBeFocused();
	// Whole, since the next key would decide it.
	await expect.poll(() => belowBars(page)).toBeGreaterThanOrEqual(0);
	await page.keyboard.press('s');
	await expect(boxOf('Merawat taman 2')).toBeFocused();
	await expect.poll(() => waiting(page)).toBe(all - 2);
	expect(await page.locator(GROUP).allTextContents()).toEqual(names);

	const unfold = group.getByRole('button', { name: /^Selengkapnya/ });
	await expect(unfold).toHaveAttribute('aria-expanded', 'false');
	await unfold.click();
	await expect(group.getByRole('button', { name: /^Ringkas/ })).toBeVisible();

	await page.getByRole('button', { name: 'Atur', exact: true }).click();
	await boxOf('Merawat taman 2').check();
	await expect(page.getByText(`1 dipilih · ${COLLEAGUE.name}`)).toBeVisible();
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
