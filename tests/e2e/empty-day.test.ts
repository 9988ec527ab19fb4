/**
 * A day that can only be filled on itself, with the real server: late in the day it is said on the screens, where
 * the browser knows no notifications too, and it stands before what has days left.
 */
import { expect, type Page, test } from '@playwright/test';
import { isWorkday } from '#lib/domain/calendar.ts';
import { addDays, type Day, dayOf, instantOf } from '#lib/domain/day.ts';
import { SETTINGS_ID } from '#lib/domain/document.ts';
import { CALENDAR_2026 } from '#server/admin/calendar-2026.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { someSettings } from '#tests/support/factories.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { Person } from './person.ts';
import { returned, submitted } from './prepared-work.ts';

const RETURNED = 'Menata map surat';
const EMPTY = '1 hari kerja masih kosong';

let server: ServerProcess;
let person: Person;

/** Today, or the next day on which people work. */
function aWorkday(): Day {
	let day = dayOf(Date.now(), 'WITA');
	while (!isWorkday(day, CALENDAR_2026)) day = addDays(day, 1);
	return day;
}

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.withDatabases(async ({ work }) => {
		const { _rev } = (await work.read([SETTINGS_ID])).get(SETTINGS_ID) ?? {};
		const inputWindow = { kind: 'same-day' } as const;
		const settings = { ...someSettings({ inputWindow, returnDays: 5 }), _rev };
		const entry = submitted(CAST.withoutSupervisor, RETURNED, 480);
		const outcomes = await work.write([
			settings,
			returned(entry, CAST.supervisor, 'Jamnya salah.')
		]);
		expect(outcomes.every(({ ok }) => ok)).toBe(true);
	});
	await server.start();
	person = await Person.at(server.url, CAST.withoutSupervisor.nip);
	await person.openBrowser();
	await person.page.addInitScript(() => Reflect.deleteProperty(window, 'Notification'));
	await person.goTo('/');
	await person.signIn();
	await person.settles();
	await person.loseSignal();
});

test.afterAll(async () => {
	await person.dispose();
	await server.dispose();
});

const setClock = ({ clock }: Page, hour: number) =>
	clock.setFixedTime(instantOf(aWorkday(), hour * 60, 'WITA'));
const menu = (page: Page, count: number) =>
	page.getByRole('link', { name: new RegExp(`^Perlu perhatian ?, ${count} `) });
const names = (page: Page) => page.getByRole('article').getByRole('heading', { level: 3 });

test('before three o’clock an empty today is nobody’s omission', async () => {
	const { page } = person;
	await setClock(page, 14);
	await person.goTo('/');
	expect(await page.evaluate(() => 'Notification' in window)).toBe(false);
	await expect(menu(page, 1)).toBeVisible();
	await expect(page.getByText(EMPTY)).toHaveCount(0);
	await person.goTo('/perhatian');
	await expect(names(page)).toHaveText([RETURNED]);
});

test('later it is said on Hari ini, is first in Perlu perhatian, and counts as one', async () => {
	const { page } = person;
	await setClock(page, 16);
	await person.goTo('/');
	await expect(menu(page, 2)).toBeVisible();
	const main = page.getByRole('main');
	await expect(main.getByText(EMPTY)).toBeVisible();
	await expect(main.getByText('Hari ini kesempatan terakhir.')).toBeVisible();
	const fill = main.getByRole('link', { name: /^Isi / });
	await expect(fill).toHaveAttribute('href', `/catat?tanggal=${aWorkday()}`);
	await expectAccessible(page);

	await person.goTo('/perhatian');
	await expect(names(page)).toHaveText([EMPTY, RETURNED]);
	await expect(page.getByRole('heading', { level: 2 })).toHaveText([
		'Kerjakan dulu',
		'Setelah itu'
	]);
	const first = page.getByRole('article', { name: EMPTY });
	await expect(first.getByText('Paling lambat hari ini')).toBeVisible();
	await expect(first.getByText('Hari yang belum diisi')).toBeVisible();
	await expectAccessible(page);
	await first.getByRole('link', { name: /^Isi / }).click();
	await expect(page).toHaveURL(/\/catat\?tanggal=/);

	// Filled, it counts no more, wherever he is.
	await page.getByLabel('Cari kegiatan atau tulis sendiri').fill('Rapat bidang');
	await page.getByRole('button', { name: /^Pakai/ }).click();
	await page.getByRole('button', { name: 'Simpan', exact: true }).click();
	await expect(menu(page, 1)).toBeVisible();
});
