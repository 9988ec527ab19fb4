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
import { pause } from './finger.ts';
import { type Person } from './person.ts';
import { COLLEAGUE, officeWith, reviewerAt, submission, waiting } from './reviewing.ts';

const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1366, height: 768 };
/** The buttons above the cards lie in one line, whatever their numbers. */
const WIDE_LAPTOP = { width: 1440, height: 768 };
/** Two lines of buttons and text, and the frame around them. */
const TWO_LINES_PX = 2 * 48 + 16;
/** As of a slow finger; a double click may take as long. */
const BETWEEN_TAPS_MS = 300;
const LONG_NAME = 'Menyusun laporan pertanggungjawaban keuangan triwulan ketiga';

let server: ServerProcess;
let supervisor: Person;

/** Work of two people that lies on one hour of one day, so that it is marked; the rest is the office's own. */
function submissions() {
	const random = seededRandom(11);
	const date = addDays(dayOf(Date.now(), 'WITA'), -1);
	const of = (author: typeof COLLEAGUE, names: readonly string[]) =>
		names.map((name) => submission(author, { date, name, random }));
	return [
		...of(COLLEAGUE, ['Menata taman', 'Menyiram taman', 'Memangkas taman', LONG_NAME]),
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
const boxes = (page: Page) => page.getByRole('checkbox', { name: /^Pilih .*, \d/ });
const approveAlone = (page: Page, name: string) =>
	page.getByRole('button', { name: new RegExp(`^Setujui ?: ${name}`) }).click();
const toastOf = (page: Page) => page.locator('[data-toast]');
const undo = (page: Page) => toastOf(page).getByRole('button', { name: 'Urungkan' });
/** As if chosen in Pengaturan, until the page is opened anew. */
const wearText = (page: Page, size: 'largest' | '') =>
	page.evaluate((chosen) => (document.documentElement.dataset.textSize = chosen), size);
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

test('a phone shows the first card before anything is scrolled', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await comeToTim();
	await expect(cards(page).first()).toBeVisible();
	expect(await page.evaluate(() => scrollY)).toBe(0);
	const box = cards(page).first().getByRole('checkbox');
	expect(await box.evaluate(isFree)).toBe(true);
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
	await expect(page.getByRole('checkbox', { name: /: \w+ lemari$/ })).toHaveCount(2);
	// Behind the last of them: behind its place, since off the screen the place has a height of its own.
	const isBehind = () =>
		selectEvery(page).evaluate((every) => {
			const last = [...document.querySelectorAll('[data-item]')].at(-1)?.closest('li');
			return last && every.getBoundingClientRect().top > last.getBoundingClientRect().bottom;
		});
	await expect.poll(isBehind).toBe(true);

	const toggle = page.getByRole('button', { name: 'Tampilkan semua lagi' });
	const back = await placeOf(toggle);
	// As a finger does: where it is.
	await page.mouse.click(back.x + back.width / 2, back.y + back.height / 2);
	const there = page.getByRole('button', { name: /^Lihat dulu \d+ bertanda$/ });
	const isThere = async () => {
		const { x, y } = await placeOf(there);
		return [x, y];
	};
	await expect.poll(isThere).toEqual([back.x, back.y]);
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
	await expect(page.getByRole('button', { name: `Lihat dulu ${marked} bertanda` })).toBeVisible();
	await undo(page).click();
	await expect.poll(() => waiting(page)).toBe(all);
	// Nobody has corrected anything.
	await expect(page.getByText('Diperbaiki setelah dikembalikan')).toHaveCount(0);
});

/** As from another screen; opened anew, the browser would scroll to where it was, whenever it gets to it. */
async function comeToTim() {
	await supervisor.goTo('/');
	await supervisor.goTo('/tim');
}

test('after a tap on those with a mark the first of them is in sight', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	for (const size of ['', 'largest'] as const) {
		await comeToTim();
		await wearText(page, size);
		await page.getByRole('button', { name: /^Lihat dulu \d+ bertanda$/ }).click();
		const card = cards(page).first();
		await expect(card.getByText(/menit bertumpuk/)).toBeAttached();
		// Whole, or what it begins with where it is higher than the screen.
		const part = size === '' ? card.getByRole('button', { name: /^Setujui/ }) : card;
		for (const inSight of [card.getByRole('checkbox'), part])
			await expect.poll(() => inSight.evaluate(isFree), { message: size }).toBe(true);
		await page.getByRole('button', { name: 'Tampilkan semua lagi' }).click();
	}
});

/** In the page: nothing lies over its upper edge and its middle, or of a high one what is not far below. */
function isFree(element: Element): boolean {
	const { left, top, bottom, width } = element.getBoundingClientRect();
	return [top + 6, top + Math.min((bottom - top) / 2, 200)].every((y) => {
		const onTop = document.elementFromPoint(left + width / 2, y);
		return onTop !== null && element.contains(onTop);
	});
}

test('what was selected is selected again when the decision is undone, but not by one alone', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await supervisor.goTo('/tim');
	const all = await waiting(page);
	const names = ['Menata taman', 'Menyiram taman', 'Memangkas taman'];
	const boxOf = (name: string) => page.getByRole('checkbox', { name: new RegExp(`: ${name}$`) });
	for (const name of names) {
		await boxOf(name).check();
		await pause(page);
	}
	await page.getByRole('button', { name: 'Setujui 3', exact: true }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Setujui 3 kegiatan' }).click();
	await expect.poll(() => waiting(page)).toBe(all - 3);
	await expect(page.getByRole('group', { name: /dipilih/ })).toHaveCount(0);
	await undo(page).click();
	await expect.poll(() => waiting(page)).toBe(all);
	for (const name of names) await expect(boxOf(name)).toBeChecked();
	await expect(page.getByRole('group', { name: `3 dipilih · ${COLLEAGUE.name}` })).toBeVisible();

	await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
	await approveAlone(page, 'Menata taman');
	await expect.poll(() => waiting(page)).toBe(all - 1);
	await undo(page).click();
	await expect.poll(() => waiting(page)).toBe(all);
	await expect(page.getByRole('group', { name: /dipilih/ })).toHaveCount(0);
});

test('the second half of a double tap decides nothing that came under the finger', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await comeToTim();
	const all = await waiting(page);
	const tapTwice = async (target: Locator) => {
		await target.scrollIntoViewIfNeeded();
		const { x, y, width, height } = await placeOf(target);
		await page.mouse.click(x + width / 2, y + height / 2);
		await page.waitForTimeout(BETWEEN_TAPS_MS);
		await page.mouse.click(x + width / 2, y + height / 2);
		await pause(page);
	};
	await tapTwice(
		cards(page)
			.nth(1)
			.getByRole('button', { name: /^Setujui/ })
	);
	await expect(toastOf(page)).toBeVisible();
	await expect.poll(() => waiting(page)).toBe(all - 1);
	await undo(page).click();
	await expect.poll(() => waiting(page)).toBe(all);

	await selectEvery(page).click();
	const dialog = page.getByRole('dialog');
	const approveAll = page.getByRole('button', { name: `Setujui ${all}`, exact: true });
	await expect(approveAll).toBeEnabled();
	await tapTwice(approveAll);
	await expect(dialog).toBeVisible();
	await dialog.getByRole('button', { name: 'Batal', exact: true }).click();
	expect(await waiting(page)).toBe(all);
	await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
});

test('a key that is held decides once, and what it took back has the frame again', async () => {
	const { page } = supervisor;
	await page.setViewportSize(LAPTOP);
	await comeToTim();
	const all = await waiting(page);
	const box = boxes(page).nth(1);
	const name = await box.getAttribute('aria-label');
	await box.focus();
	for (let press = 0; press < 4; press += 1) await page.keyboard.down('s');
	await page.keyboard.up('s');
	await expect(toastOf(page)).toBeVisible();
	await expect.poll(() => waiting(page)).toBe(all - 1);
	await page.keyboard.press('u');
	await expect.poll(() => waiting(page)).toBe(all);
	await expect(page.getByRole('checkbox', { name: name ?? '', exact: true })).toBeFocused();
	await page.keyboard.press('Space');
	await expect(page.getByRole('group', { name: /1 dipilih/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('group', { name: /dipilih/ })).toHaveCount(0);
});

test('on a laptop the arrows go where they point, on a phone from card to card', async () => {
	const { page } = supervisor;
	await page.setViewportSize(LAPTOP);
	await supervisor.goTo('/tim');
	await boxes(page).first().focus();
	const at = () =>
		page.evaluate(() => {
			const all = [...document.querySelectorAll('[data-item]')];
			const { left, top } = document.activeElement!.closest('li')!.getBoundingClientRect();
			const index = all.indexOf(document.activeElement!.closest('[data-item]')!);
			return { index, left, top: top + scrollY };
		});
	const walk = async (key: string) => {
		await page.keyboard.press(key);
		return at();
	};
	const first = await at();
	const below = await walk('ArrowDown');
	expect([below.index, below.left]).toEqual([3, first.left]);
	expect(below.top).toBeGreaterThan(first.top);
	expect((await walk('ArrowUp')).index).toBe(0);
	expect((await walk('ArrowRight')).index).toBe(1);
	expect((await walk('ArrowLeft')).index).toBe(0);
	expect((await walk('j')).index).toBe(1);

	await page.setViewportSize(PHONE);
	expect((await walk('ArrowRight')).index).toBe(1);
	expect((await walk('ArrowDown')).index).toBe(2);
	await page.keyboard.press('?');
	const list = page.getByRole('dialog', { name: 'Tombol cepat' });
	await expect(list.getByText('panah kanan')).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
});

test('a key that decides scrolls only to a next card that isn’t wholly in sight', async () => {
	const { page } = supervisor;
	// There the decided card is still on the screen when the next one has the focus.
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	for (const size of [WIDE_LAPTOP, PHONE]) {
		await page.setViewportSize(size);
		await comeToTim();
		const all = await waiting(page);
		const first = cards(page).first();
		const decideAt = async (fromBottomPx: number) => {
			const box = boxes(page).first();
			await box.focus();
			// The next one comes to where this one begins, and may be higher.
			await page.evaluate((px) => {
				const [{ top }, { height }] = [...document.querySelectorAll('[data-item]')]
					.slice(0, 2)
					.map((card) => card.getBoundingClientRect()) as [DOMRect, DOMRect];
				scrollBy(0, top + height - innerHeight + px);
			}, fromBottomPx);
			const { y } = await placeOf(first);
			await page.keyboard.press('s');
			await expect.poll(() => waiting(page)).toBe(all - 1);
			await expect(boxes(page).first()).toBeFocused();
			// Longer than anything moves.
			await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
			return y;
		};
		// Just above where the confirmation will lie, and beneath it.
		const before = await decideAt(270);
		expect((await placeOf(first)).y).toBe(before);
		await page.keyboard.press('u');
		await expect.poll(() => waiting(page)).toBe(all);
		await decideAt(100);
		const [card, toast] = await Promise.all([placeOf(first), placeOf(toastOf(page))]);
		expect(card.y + card.height).toBeLessThanOrEqual(toast.y);
		await page.keyboard.press('u');
		await expect.poll(() => waiting(page)).toBe(all);
	}
	await devtools.detach();
});

/** How far above the bars at the bottom the confirmation lies, in px, and how much of the screen's height it takes. */
async function toastPlace(page: Page) {
	const [toast, navigation] = await Promise.all([
		placeOf(toastOf(page)),
		placeOf(page.getByRole('navigation', { name: 'Menu utama' }))
	]);
	return {
		abovePx: navigation.y - toast.y - toast.height,
		share: toast.height / PHONE.height
	};
}

test('a confirmation stays near the bottom wherever the page is scrolled, and leaves after ten seconds', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await supervisor.goTo('/tim');
	await approveAlone(page, LONG_NAME);
	await page.mouse.move(5, 300);
	await expect(toastOf(page)).toBeVisible();
	const shownAt = Date.now();
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	for (let y = 0; y < height; y += 120) {
		await page.evaluate((top) => scrollTo(0, top), y);
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
		const { abovePx } = await toastPlace(page);
		expect(abovePx, `scrolled ${y} px`).toBeGreaterThanOrEqual(0);
		expect(abovePx, `scrolled ${y} px`).toBeLessThan(PHONE.height / 5 + 10);
	}
	await expect(toastOf(page)).toHaveCount(0);
	const shownMs = Date.now() - shownAt;
	expect(shownMs).toBeGreaterThan(8_500);
	expect(shownMs).toBeLessThan(13_000);
	await page.getByRole('button', { name: 'Keputusan Anda' }).click();
	await page.getByRole('button', { name: new RegExp(`^Urungkan ?: ${LONG_NAME}`) }).click();
	await expect(page.getByText(`Diurungkan: ${LONG_NAME}`)).toBeVisible();
});

test('with the largest letters a confirmation takes a quarter of the screen, and its words are whole on demand', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await supervisor.goTo('/tim');
	await wearText(page, 'largest');
	await approveAlone(page, LONG_NAME);
	const toast = toastOf(page);
	const whole = `Disetujui: ${LONG_NAME} (${COLLEAGUE.name})`;
	await expect(page.getByRole('status').filter({ hasText: whole })).toBeAttached();
	expect((await toastPlace(page)).share).toBeLessThanOrEqual(0.25);
	const close = toast.getByRole('button', { name: 'Tutup' });
	expect((await placeOf(close)).y).toBe((await placeOf(undo(page))).y);
	const words = toast.getByText(whole);
	const isCut = () =>
		words.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1);
	expect(await isCut()).toBe(true);
	await words.hover();
	expect(await isCut()).toBe(false);
	await undo(page).click();
	await expect(page.getByText(`Diurungkan: ${LONG_NAME}`)).toBeVisible();
});

/** Whether a tap in the middle of each of these would reach it, wherever the page is scrolled. */
async function expectInReach(
	page: Page,
	targets: readonly Locator[],
	fromBottom: readonly number[] = [90, 130, 180, 240, 320]
) {
	for (const target of targets) {
		for (const fromBottomPx of fromBottom) {
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

test('a confirmation covers none of the buttons that select or decide where it need not go far', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await supervisor.goTo('/tim');
	await approveAlone(page, 'Menata taman');
	const toast = toastOf(page);
	await toast.hover();
	const toggle = page.getByRole('button', { name: /^Lihat dulu \d+ bertanda$/ });
	// Of several lines of buttons it stays clear only by scrolling.
	await expectInReach(page, [toggle, selectEvery(page)], [240, 320]);
	await toggle.click();
	await expectInReach(
		page,
		[page.getByRole('button', { name: 'Tampilkan semua lagi' })],
		[240, 320]
	);
	await expectInReach(page, [selectEvery(page)]);
	await boxes(page).first().check();
	const bar = page.getByRole('group', { name: /dipilih/ });
	await expectInReach(
		page,
		['Setujui', 'Kembalikan', 'Tolak', 'Kosongkan pilihan'].map((name) =>
			bar.getByRole('button', { name, exact: true })
		)
	);
	await expect(toast).toBeVisible();
	await undo(page).click();
	await supervisor.seesAllSent();
});

test('whoever decides on the page of an entry goes on to the next, and back to the queue', async () => {
	const { page } = supervisor;
	await page.setViewportSize(PHONE);
	await supervisor.goTo('/tim');
	const all = await waiting(page);
	const card = cards(page).filter({ hasText: 'Menata taman' });
	await card.getByRole('link', { name: /^Buka/ }).click();
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toHaveText('Menata taman');
	const decide = page.getByRole('region', { name: 'Putusan Anda' });
	const next = page.getByRole('link', { name: `Periksa berikutnya (${all - 1})` });
	await expect(decide).toBeVisible();
	await expect(next).toHaveCount(0);
	await decide.getByRole('button', { name: 'Setujui', exact: true }).click();
	await expect(next).toBeVisible();
	await expectAccessible(page);
	await pause(page);
	await next.click();
	await expect(heading).not.toHaveText('Menata taman');
	await expect(decide).toBeVisible();
	await page.getByRole('link', { name: 'Kembali', exact: true }).click();
	await expect.poll(() => waiting(page)).toBe(all - 1);
});
