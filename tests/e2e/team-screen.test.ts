/**
 * The screen *Tim* itself, with the real server: how old it is, how much of the queue it shows at once, what is
 * seen before many are approved, and that a confirmation hides no button of the queue.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { seededRandom } from '#tests/support/random.ts';
import { type ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { type Person } from './person.ts';
import { COLLEAGUE, officeWith, reviewerAt, submission, waiting } from './reviewing.ts';

const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1366, height: 768 };
/** Two lines of buttons and text, and the frame around them. */
const TWO_LINES_PX = 2 * 48 + 16;

let server: ServerProcess;
let supervisor: Person;

/** Work of two people that lies on one hour of one day, so that it is marked; the rest is the office's own. */
function submissions() {
	const random = seededRandom(11);
	const date = addDays(dayOf(Date.now(), 'WITA'), -1);
	const of = (author: typeof COLLEAGUE, names: readonly string[]) =>
		names.map((name) => submission(author, { date, name, random }));
	return [
		...of(COLLEAGUE, ['Menata taman', 'Menyiram taman', 'Memangkas taman']),
		...of(CAST.employee, ['Menata lemari', 'Mengunci lemari'])
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

const cards = (page: Page) => page.locator('[data-item]');
const selectEvery = (page: Page) => page.getByRole('button', { name: /^Pilih semua \(\d+\)$/ });
const placeOf = async (target: Locator) => {
	const box = await target.boundingBox();
	if (!box) throw new Error('must be on the screen');
	return box;
};

test('Tim asks for news when it is opened, and says how old it is, also without a line', async () => {
	const { page } = supervisor;
	const asked = page.waitForRequest(/\/api\/sync$/);
	await supervisor.goTo('/tim');
	await asked;
	await expect(page.getByText(/^Data tim per \d\d\.\d\d WITA$/)).toBeVisible();
	await supervisor.loseSignal();
	await page.reload();
	const offline = /^Data tim per \d\d\.\d\d WITA, sedang tanpa sinyal$/;
	await expect(page.getByText(offline)).toBeVisible();
	await supervisor.findSignal();
	await expect(page.getByText(/^Data tim per \d\d\.\d\d WITA$/)).toBeVisible();
});

test('a phone shows four cards between its bars, a laptop three in a row', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await supervisor.goTo('/tim');
	const plain = cards(page).filter({ hasNotText: /bertumpuk|Rapi/ });
	const { height } = await placeOf(plain.first());
	const bars = await placeOf(page.locator('[data-group-bar]').first());
	const [strip, navigation] = await Promise.all([
		placeOf(page.getByRole('region', { name: 'Pengiriman' })),
		placeOf(page.getByRole('navigation').last())
	]);
	const roomPx = PHONE.height - strip.height - navigation.height - bars.height;
	expect(roomPx / height).toBeGreaterThan(3.9);

	await page.setViewportSize(LAPTOP);
	const tops = await cards(page).evaluateAll((all) =>
		all.slice(0, 3).map((card) => Math.round(card.getBoundingClientRect().top))
	);
	expect(new Set(tops).size).toBe(1);
});

test('what is selected is decided from a bar of two lines, one on a laptop', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	await selectEvery(page).click();
	const bar = page.getByRole('group', { name: /^\d+ dipilih$/ });
	expect((await placeOf(bar)).height).toBeLessThan(TWO_LINES_PX / 1.5);
	await page.setViewportSize(PHONE);
	expect((await placeOf(bar)).height).toBeLessThanOrEqual(TWO_LINES_PX);
	await expect(bar.getByText(/\d+ bertanda perlu dilihat$/)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
});

test('those with a mark are seen before many are approved, and nothing else is under the finger then', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await supervisor.goTo('/tim');
	const all = await waiting(page);
	await selectEvery(page).click();
	await page.getByRole('button', { name: `Setujui ${all}`, exact: true }).click();
	const look = page.getByRole('dialog').getByRole('button', { name: /^Lihat dulu \d+ bertanda$/ });
	await expect(look).toBeFocused();
	await expectAccessible(page);
	const count = Number(/\d+/.exec((await look.textContent()) ?? '')?.[0]);
	await look.click();
	await expect(page.getByText(`${count} dari ${all} kegiatan cocok`)).toBeVisible();
	await expect(page.getByRole('group', { name: /dipilih$/ })).toHaveCount(0);
	await expect(cards(page).filter({ hasText: 'lemari' })).toHaveCount(2);
	// Behind the last of them.
	const last = await placeOf(cards(page).last());
	expect((await placeOf(selectEvery(page))).y).toBeGreaterThan(last.y + last.height);

	const toggle = page.getByRole('button', { name: 'Tampilkan semua lagi' });
	const back = await placeOf(toggle);
	await toggle.click();
	const there = await placeOf(page.getByRole('button', { name: /^Lihat dulu \d+ yang bertanda$/ }));
	expect([there.x, there.y]).toEqual([back.x, back.y]);
	expect(await waiting(page)).toBe(all);
});

test('those without a mark are approved alone, and the others go on waiting', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	const all = await waiting(page);
	await selectEvery(page).click();
	await page.getByRole('button', { name: `Setujui ${all}`, exact: true }).click();
	const dialog = page.getByRole('dialog');
	const look = dialog.getByRole('button', { name: /^Lihat dulu \d+ bertanda$/ });
	const marked = Number(/\d+/.exec((await look.textContent()) ?? '')?.[0]);
	expect(marked).toBeGreaterThan(0);
	await expectAccessible(page);
	await dialog.getByRole('button', { name: `Setujui ${all - marked} tanpa tanda` }).click();
	await expect.poll(() => waiting(page)).toBe(marked);
	await expect(
		page.getByRole('button', { name: `Lihat dulu ${marked} yang bertanda` })
	).toBeVisible();
	await page.locator('[data-toast]').getByRole('button', { name: 'Urungkan' }).click();
	await expect.poll(() => waiting(page)).toBe(all);
	// Nobody has corrected anything.
	await expect(page.getByText('Diperbaiki setelah dikembalikan')).toHaveCount(0);
});

/** Whether a tap in the middle of each of these would reach it, wherever the page is scrolled. */
async function expectInReach(page: Page, targets: readonly Locator[]) {
	for (const target of targets) {
		for (const fromBottomPx of [90, 130, 180, 240, 320]) {
			// Scrolled again each time: cards that are drawn only now move it.
			const isReached = () =>
				target.evaluate((element, px) => {
					scrollBy(0, element.getBoundingClientRect().bottom - innerHeight + px);
					const { left, top, width, height } = element.getBoundingClientRect();
					const [x, y] = [left + width / 2, top + height / 2];
					return element.contains(document.elementFromPoint(x, y));
				}, fromBottomPx);
			await expect.poll(isReached, { message: `${fromBottomPx} px above the bottom` }).toBe(true);
		}
	}
}

test('a confirmation covers none of the buttons that select or decide', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await supervisor.goTo('/tim');
	await page.getByRole('button', { name: /^Setujui ?: Menata taman/ }).click();
	const toast = page.locator('[data-toast]');
	await toast.hover();
	const toggle = page.getByRole('button', { name: /^Lihat dulu \d+ yang bertanda$/ });
	await expectInReach(page, [toggle, selectEvery(page)]);
	await toggle.click();
	await expectInReach(page, [page.getByRole('button', { name: 'Tampilkan semua lagi' })]);
	await page
		.getByRole('checkbox', { name: /^Pilih .*, \d/ })
		.first()
		.check();
	const bar = page.getByRole('group', { name: /dipilih/ });
	await expectInReach(
		page,
		['Setujui', 'Kembalikan', 'Tolak', 'Kosongkan pilihan'].map((name) =>
			bar.getByRole('button', { name, exact: true })
		)
	);
	await expect(toast).toBeVisible();
	await toast.getByRole('button', { name: 'Urungkan' }).click();
	await supervisor.seesAllSent();
});
