/** The largest letters a person can choose, on small phones: what is wanted most stays in reach, and everything whole. */
import { expect, type Page, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { expectVisibleFocus } from './keyboard.ts';
import { Person } from './person.ts';

const SIZES = [
	{ width: 360, height: 740 },
	{ width: 320, height: 640 }
];
const SCREENS = ['/', '/catat', '/perhatian', '/riwayat', '/pengiriman', '/pengaturan'];
/** So much of a screen is left to the page between what stays at its edges. */
const LEAST_SHARE = 0.7;

test.describe.configure({ mode: 'serial' });

let server: ServerProcess;
let person: Person;

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
	person = await Person.at(server.url, CAST.supervisor.nip);
	await person.openBrowser();
	await person.goTo('/');
	await person.signIn();
	await person.settles();
	await person.goTo('/pengaturan');
	await person.page.getByLabel('Paling besar').check();
});

test.afterAll(async () => {
	await person.dispose();
	await server.dispose();
});

const menu = (page: Page) => page.getByRole('navigation', { name: 'Menu utama' });
const menuButton = (page: Page) => menu(page).getByRole('button', { name: /^Menu/ });
const record = (page: Page) => menu(page).getByRole('link', { name: 'Catat', exact: true });
const delivery = (page: Page) => page.getByRole('region', { name: 'Pengiriman' });

const heightOf = async (page: Page, of: (page: Page) => ReturnType<typeof delivery>) =>
	(await of(page).boundingBox())?.height ?? 0;

const toTheEnd = (page: Page) =>
	page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));

for (const size of SIZES) {
	test(`Catat, the menu and the delivery line stay in sight, ${size.width} px wide`, async () => {
		const { page } = person;
		await page.setViewportSize(size);
		for (const path of SCREENS) {
			await person.goTo(path);
			for (const look of [() => Promise.resolve(), toTheEnd]) {
				await look(page);
				for (const wanted of [menuButton(page), record(page), delivery(page)])
					await expect(wanted).toBeInViewport({ ratio: 1 });
			}
			const covered = (await heightOf(page, menu)) + (await heightOf(page, delivery));
			expect(covered / size.height, path).toBeLessThan(1 - LEAST_SHARE + 0.01);
		}
	});

	test(`the week is whole, ${size.width} px wide`, async () => {
		const { page } = person;
		await page.setViewportSize(size);
		await person.goTo('/');
		const days = page.getByRole('navigation', { name: 'Minggu ini' }).getByRole('listitem');
		await expect(days).toHaveCount(7);
		const boxes = await days.evaluateAll((all) =>
			all.map((day) => {
				const { top, left, right } = day.getBoundingClientRect();
				return {
					top,
					isInside: left >= 0 && right <= innerWidth,
					fits: day.scrollWidth <= right - left + 1
				};
			})
		);
		expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
		expect(boxes.filter(({ isInside, fits }) => !isInside || !fits)).toEqual([]);
	});
}

test('Riwayat opens at the day looked at, in a list of whole phrases, and stays where it is in another month', async () => {
	const { page } = person;
	for (const size of SIZES) {
		await page.setViewportSize(size);
		await person.goTo('/');
		await menuButton(page).click();
		await menu(page).getByRole('link', { name: 'Riwayat' }).click();
		const days = page.getByRole('list', { name: /^Kalender/ }).getByRole('listitem');
		const today = days.locator('[aria-current="date"]');
		await expect(today).toBeInViewport({ ratio: 1 });
		await expect(page.getByRole('heading', { name: /^Kegiatan \w+, / })).toBeInViewport();
		await expect(days.last()).toContainText(await today.innerText());
	}
	const phrases = await page.locator('li:has(> .day) > a').evaluateAll((all) =>
		all.map((day) => {
			const [number, words] = [...day.children].map((part) => part.getClientRects()[0]);
			return number && words && Math.abs(words.left - number.right) < number.height / 2;
		})
	);
	expect(new Set(phrases)).toEqual(new Set([true]));
	await expect(page.getByText('angka kecil: menit')).toBeHidden();

	const previous = page.getByRole('link', { name: 'Bulan sebelumnya' });
	await previous.scrollIntoViewIfNeeded();
	const month = await page.locator('#month').textContent();
	const before = await page.evaluate(() => scrollY);
	await previous.click();
	await expect(page.locator('#month')).not.toHaveText(month ?? '');
	expect(await page.evaluate(() => scrollY)).toBe(before);

	// Also at the top, where it is brought into sight when the screen is opened.
	await page.evaluate(() => scrollTo(0, 0));
	for (const _step of ['to a month drawn already', 'to one drawn since']) {
		const left = (await page.locator('#month').textContent()) ?? '';
		await previous.evaluate((link) => (link as HTMLElement).click());
		await expect(page.locator('#month')).not.toHaveText(left);
		await page.waitForTimeout(500);
		expect(await page.evaluate(() => scrollY)).toBe(0);
	}
	await expect(page.getByText(/menit selama bulan itu$/)).toBeVisible();
});

test('the menu opens with every place, and gives way to whoever goes on', async () => {
	const { page } = person;
	await page.setViewportSize({ width: 360, height: 740 });
	await person.goTo('/');
	const history = menu(page).getByRole('link', { name: 'Riwayat' });
	await expect(history).toBeHidden();
	await menuButton(page).click();
	await expect(menu(page).getByRole('link')).toHaveCount(6);
	for (const place of await menu(page).getByRole('link').all())
		await expect(place).toBeInViewport({ ratio: 1 });
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(history).toBeHidden();

	await menuButton(page).click();
	await page.getByRole('heading', { level: 1 }).click();
	await expect(history).toBeHidden();

	await menuButton(page).click();
	await history.click();
	await expect(page.getByRole('heading', { level: 1, name: 'Riwayat' })).toBeVisible();
	await expect(history).toBeHidden();
});

test('with the keyboard nothing that has the focus lies beneath a bar', async () => {
	const { page } = person;
	for (const path of ['/', '/catat']) {
		await person.goTo(path);
		for (let stop = 0; stop < 40; stop += 1) {
			await page.keyboard.press('Tab');
			await expectVisibleFocus(page);
		}
	}
});

const saveBar = (page: Page) => page.locator('[data-bottom-bar]');
const saveButton = (page: Page) => saveBar(page).getByRole('button', { name: 'Simpan' });

/** How much of the screen lies between what stays at its top and the bar. */
const formShare = (page: Page) =>
	saveBar(page).evaluate((bar) => {
		const strip = document.querySelector('[aria-label="Pengiriman"]');
		const top = Math.max(0, strip?.getBoundingClientRect().bottom ?? NaN);
		return (bar.getBoundingClientRect().top - top) / innerHeight;
	});

test('something is chosen in Catat, and the bar to save it is one line on a usual phone', async () => {
	const { page } = person;
	await page.setViewportSize({ width: 360, height: 740 });
	await person.goTo('/catat');
	await page.getByRole('group', { name: 'Kegiatan' }).getByRole('button').first().click();
	await page.getByLabel('Jam mulai').fill('08:10');
	await page.getByLabel('Jam selesai').fill('09:30');
	await expect(saveBar(page)).toContainText('08.10–\u206009.30');
	const rows = await saveBar(page).evaluate((bar) =>
		[...bar.children].map((child) => {
			const { top, height } = child.getBoundingClientRect();
			return Math.round(top + height / 2);
		})
	);
	expect(new Set(rows).size).toBe(1);
});

for (const size of SIZES) {
	test(`what is filled in has the larger part of the screen, ${size.width} px wide`, async () => {
		const { page } = person;
		await page.setViewportSize(size);
		await page.getByLabel('Jam mulai').focus();
		await expect(saveButton(page)).toBeInViewport({ ratio: 1 });
		await expect.poll(() => formShare(page)).toBeGreaterThan(LEAST_SHARE);
		expect(await saveBar(page).evaluate(cutOff)).toEqual([]);
		for (const way of ['Tab', 'Shift+Tab'])
			for (let stop = 0; stop < 30; stop += 1) {
				await page.keyboard.press(way);
				await expectVisibleFocus(page);
			}
		await page.evaluate(() => window.scrollTo(0, 0));
		await expect(delivery(page)).toBeInViewport({ ratio: 1 });
	});
}

/** In the page: what of it is wider or higher than its place. */
function cutOff(bar: Element): string[] {
	return [bar, ...bar.querySelectorAll('*')]
		.filter(({ clientWidth }) => clientWidth > 0)
		.filter((part) => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight)
		.map(({ outerHTML }) => outerHTML.slice(0, 200));
}
