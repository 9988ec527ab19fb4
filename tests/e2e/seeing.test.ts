/**
 * Seeing what changed, what comes first and where one is signed in, with the real server: a correction
 * told field by field, the order of what waits, the reminder of empty days, the list of devices.
 */
import { expect, test } from '@playwright/test';
import { addDays, type Day, dayOf, instantOf, MINUTE_MS } from '#lib/domain/day.ts';
import { isWorkday } from '#lib/domain/calendar.ts';
import { entryId, SETTINGS_ID } from '#lib/domain/document.ts';
import { newUlid } from '#lib/domain/ulid.ts';
import { CALENDAR_2026 } from '#server/admin/calendar-2026.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import {
	aContent,
	afterStep,
	aMutation,
	aMutationOn,
	someFacts,
	someSettings
} from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { Person } from './person.ts';
import { save } from './recording.ts';
import { notifications, ringWithAppClosed, tapReminder } from './reminders.ts';

const REASON = 'Jam selesainya belum tepat.';
const OLDEST = 'Menata map surat';
const NEWER = 'Menyusun label rak';
const RETURN_DAYS = 5;

let server: ServerProcess;
const people: Person[] = [];
const today = dayOf(Date.now(), 'WITA');
const random = seededRandom(5);

/** An entry of the employee that his supervisor gave back `daysAgo`. */
function returned(name: string, daysAgo: number) {
	const date = addDays(today, -daysAgo - 1);
	const at = instantOf(date, 16 * 60, 'WITA');
	const { employee, supervisor } = CAST;
	const documentId = entryId(employee.nip, date, newUlid(at, random));
	const content = aContent({ activity: { code: null, name }, endMinute: 540 });
	const submit = aMutation('entry.submit', { documentId, recordedAt: at, content });
	const facts = someFacts({}, { date, at });
	const author = { nip: employee.nip, name: employee.name };
	const entry = afterStep(undefined, submit, { ...facts, actor: author });
	const returnedAt = at + daysAgo * MINUTE_MS;
	const reviewer = { nip: supervisor.nip, name: supervisor.name };
	const decided = { at: instantOf(addDays(today, -daysAgo), 9 * 60, 'WITA'), proven: true };
	const { _rev: _made, ...answered } = afterStep(
		entry,
		aMutationOn(entry, 'review.return', { reason: REASON, recordedAt: returnedAt }),
		{ ...facts, isOwner: false, reviewsAs: 'DEFINITIVE', actor: reviewer, judged: decided }
	);
	return answered;
}

/** So many days back that the last workday before today closes at the end of today. */
function lastWorkdayCloses(): number {
	let days = 1;
	while (!isWorkday(addDays(today, -days), CALENDAR_2026)) days += 1;
	return days;
}

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.withDatabases(async ({ work }) => {
		const before = await work.read([SETTINGS_ID]);
		const { _rev } = before.get(SETTINGS_ID) ?? {};
		const inputWindow = { kind: 'days-back', days: lastWorkdayCloses() } as const;
		const settings = { ...someSettings({ inputWindow, returnDays: RETURN_DAYS }), _rev };
		const outcomes = await work.write([settings, returned(NEWER, 0), returned(OLDEST, 2)]);
		expect(outcomes.every(({ ok }) => ok)).toBe(true);
	});
	await server.start();
});

test.afterAll(async () => {
	for (const person of people) await person.dispose();
	await server.dispose();
});

async function personAt(nip: string, size?: { width: number; height: number }): Promise<Person> {
	const person = await Person.at(server.url, nip);
	people.push(person);
	await person.openBrowser(size);
	await person.goTo('/');
	await person.signIn();
	await person.settles();
	return person;
}

test('what closes first is on top, and a correction is told field by field to both', async () => {
	const employee = await personAt(CAST.employee.nip);
	const { page } = employee;
	await employee.loseSignal();
	await employee.goTo('/perhatian');
	const cards = page.getByRole('article');
	await expect(cards.filter({ hasText: OLDEST })).toBeVisible();
	await expect(cards.nth(0)).toContainText(/Sampai |Paling lambat hari ini/);
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Kerjakan dulu');
	const names = await page.getByRole('heading', { level: 3 }).allTextContents();
	expect(names.indexOf(OLDEST)).toBeLessThan(names.indexOf(NEWER));
	await expectAccessible(page);

	await employee.goTo('/');
	await expect(page.getByText(/^\d kegiatan dikembalikan untuk diperbaiki$/)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Lihat dan perbaiki' }).click();

	await employee.findSignal();
	await page.getByRole('article', { name: OLDEST }).getByRole('link', { name: 'Perbaiki' }).click();
	await page.getByRole('button', { name: 'Simpan', exact: true }).click();
	const question = page.getByRole('dialog', { name: 'Belum ada yang diubah' });
	await expect(question.getByText(REASON)).toBeVisible();
	await expectAccessible(page);
	await question.getByRole('button', { name: 'Perbaiki dulu' }).click();
	await page.getByLabel('Jam selesai').fill('09:30');
	await page.getByRole('button', { name: 'Simpan', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Perbaiki');
	// It leads to the day of what was corrected; from there to the next that was returned.
	await expect(page.getByRole('link', { name: 'Lihat dan perbaiki' })).toBeVisible();
	await employee.seesAllSent();

	const supervisor = await personAt(CAST.supervisor.nip, { width: 1366, height: 768 });
	await supervisor.goTo('/tim');
	const item = supervisor.page
		.locator('[data-item]')
		.filter({ has: supervisor.page.getByRole('checkbox', { name: OLDEST }) });
	await expect(item.getByText(/^Berubah sejak dikembalikan: Jam selesai/)).toBeVisible();
	await item.getByRole('link', { name: /^Buka/ }).click();
	const decide = supervisor.page.getByRole('region', { name: 'Putusan Anda' });
	await expect(decide.getByText('Yang berubah sejak Anda kembalikan')).toBeVisible();
	await expect(decide.getByText(REASON)).toBeVisible();
	const end = decide.locator('dl div').filter({ hasText: 'Jam selesai' });
	await expect(end).toHaveText(/Jam selesai:\s*dari\s*09\.00\s*menjadi\s*09\.30/);
	await expectAccessible(supervisor.page);

	const documentPath = new URL(supervisor.page.url()).pathname;
	await employee.goTo(documentPath);
	const history = page.getByRole('region', { name: /^Riwayat/ });
	await expect(history.locator('dl div').filter({ hasText: 'Jam selesai' })).toHaveText(
		/dari\s*09\.00\s*menjadi\s*09\.30/
	);
	await expectAccessible(page);
});

test('a reminder comes once, to who wants it, and says nothing of the person', async () => {
	const person = await personAt(CAST.withoutSupervisor.nip);
	const { page } = person;
	await page.context().grantPermissions(['notifications']);
	await person.goTo('/pengaturan');
	expect(await notifications(page)).toEqual([]);
	const choice = page.getByRole('switch', { name: /^Ingatkan saya/ });
	await expect(choice).not.toBeChecked();
	await choice.check();
	await expect(page.getByText('Pengingat menyala di perangkat ini')).toBeVisible();
	await expectAccessible(page);

	await person.loseSignal();
	// Nobody is reminded at night, whenever this test runs.
	await page.clock.setFixedTime(instantOf(today, 10 * 60, 'WITA'));
	await person.goTo('/');
	const closing: Day = addDays(today, -lastWorkdayCloses());
	const reminder = {
		title: 'Ada hari kerja yang belum diisi',
		body: '',
		tag: 'empty-day',
		data: { path: `/catat?tanggal=${closing}` }
	};
	await expect.poll(() => notifications(page), { timeout: 30_000 }).toEqual([reminder]);

	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		for (const shown of (await registration?.getNotifications()) ?? []) shown.close();
	});
	await person.goTo('/pengaturan');
	await page.waitForTimeout(6_000);
	expect(await notifications(page)).toEqual([]);
	await choice.uncheck();
	await expect(page.getByText('Pengingat mati di perangkat ini')).toBeVisible();

	// With the app closed the worker looks, when the browser rings. Wanted anew, so not reminded of yet.
	await choice.check();
	await expect(page.getByText('Pengingat menyala di perangkat ini')).toBeVisible();
	const worker = await ringWithAppClosed(page, instantOf(today, 10 * 60, 'WITA'));
	await expect.poll(() => notifications(worker), { timeout: 30_000 }).toEqual([reminder]);
	expect(await tapReminder(worker)).toBe(new URL(reminder.data.path, worker.url()).href);
	expect(await notifications(worker)).toEqual([]);
	await person.findSignal();
});

test('a phone shows at once what is to be recorded, that there is a tour, and the day that is still empty', async () => {
	const { page } = await personAt(CAST.withoutSupervisor.nip);
	const main = page.getByRole('main');
	const bar = await page.getByRole('navigation', { name: 'Menu utama' }).boundingBox();
	for (const wanted of [
		main.getByRole('link', { name: 'Catat kegiatan' }),
		main.getByRole('button', { name: 'Lihat tur singkat' }),
		main.getByText(/^\d+ hari kerja masih kosong$/),
		main.getByRole('link', { name: /^Isi / })
	]) {
		const { y = NaN, height = NaN } = (await wanted.boundingBox()) ?? {};
		expect(y + height, String(wanted)).toBeLessThan(bar?.y ?? 0);
	}
	expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a workday that has just begun is no empty day', async () => {
	const person = await personAt(CAST.withoutSupervisor.nip);
	const { page } = person;
	const words = isWorkday(today, CALENDAR_2026) ? 'belum ada kegiatan' : 'libur';
	for (const path of ['/', '/riwayat']) {
		await person.goTo(path);
		const day = page.locator('[aria-current="date"]');
		await expect(day).toHaveAccessibleName(new RegExp(`: ${words}`));
		await expect(day.locator('.sign path[d]')).toHaveCount(0);
	}
});

test('two devices are listed, one is signed out from the other, and keeps what it has not sent', async () => {
	const [here, there] = [await personAt(CAST.head.nip), await personAt(CAST.head.nip)];
	await here.goTo('/pengaturan');
	const list = here.page.getByRole('list', { name: 'Perangkat yang sedang masuk' });
	await expect(list.getByRole('listitem')).toHaveCount(2);
	await expect(list.getByRole('listitem').first()).toContainText('Perangkat ini');
	await expect(list.getByRole('listitem').first()).toContainText(/Chrome di Linux/);
	await expect(list.getByRole('listitem').last()).toContainText('dipakai hari ini');
	await expectAccessible(here.page);

	await there.loseSignal();
	await there.goTo('/catat');
	await there.page.getByLabel('Cari kegiatan atau tulis sendiri').fill('Merapikan gudang');
	await there.page.getByRole('button', { name: 'Kemarin', exact: true }).click();
	await there.page.getByLabel('Jam mulai').fill('13:00');
	await there.page.getByLabel('Jam selesai').fill('13:30');
	await save(there.page);
	await there.seesDelivery(/^1 kegiatan tersimpan di perangkat ini/);

	await list.getByRole('button', { name: /^Keluarkan/ }).click();
	await expect(here.page.getByRole('dialog')).toBeVisible();
	await expectAccessible(here.page);
	await here.page.getByRole('dialog').getByRole('button', { name: 'Keluarkan' }).click();
	await expect(here.page.getByText(/sudah dikeluarkan$/)).toBeVisible();
	await expect(list.getByRole('listitem')).toHaveCount(1);

	await there.findSignal();
	await there.goTo('/pengiriman');
	await expect(there.page.getByText(/Sesi Anda berakhir/).first()).toBeVisible();
	await expect(there.page.getByText('Merapikan gudang')).toBeVisible();

	await here.loseSignal();
	await here.goTo('/pengaturan');
	await expect(here.page.getByText(/^Daftar perangkat perlu sinyal/)).toBeVisible();
	await expect(here.page.getByLabel('Sangat besar')).toBeVisible();
	await expectAccessible(here.page);
});
