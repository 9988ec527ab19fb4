/** The main journey once in English, by the words of its catalogue: record, return, correct, approve. */
import { expect, type Page, test } from '@playwright/test';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { en } from '#lib/ui/messages/en.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectRoomForWords } from './accessible.ts';
import { everyScreen } from './every-screen.ts';
import { Person } from './person.ts';
import { fillIn } from './recording.ts';

const ACTIVITY = 'Answering letters';
const REASON = 'Name the number of the letter.';
const CORRECTION = 'Letters 12 to 15 are answered.';

test.describe.configure({ mode: 'serial' });

let server: ServerProcess;
let employee: Person;
let supervisor: Person;

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
	employee = await Person.at(server.url, CAST.employee.nip);
	supervisor = await Person.at(server.url, CAST.supervisor.nip);
	for (const person of [employee, supervisor]) {
		await person.openBrowser();
		await person.goTo('/');
		await person.choosesEnglish();
		await person.signIn();
		await person.settles();
	}
});

test.afterAll(async () => {
	await employee.dispose();
	await supervisor.dispose();
	await server.dispose();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const place = (page: Page, name: string) =>
	page.getByRole('navigation', { name: en.frame.navigation }).getByRole('link', { name });

/** As does whoever can't wait. */
async function asksForNews(person: Person): Promise<void> {
	await person.goTo('/pengiriman');
	const answered = person.page.waitForResponse('**/api/sync');
	await button(person.page, en.delivery.sendNow).click();
	await answered;
	await expect(button(person.page, en.delivery.sendNow)).toBeVisible();
}

test('an employee records', async () => {
	const { page } = employee;
	await place(page, en.frame.nav.record).click();
	await fillIn(employee, { name: ACTIVITY, span: ['09:00', '09:30'] });
	await expectRoomForWords(page);
	await button(page, en.form.save).click();
	await expect(page.getByText(en.today.savedSent)).toBeVisible();
	await employee.seesAllSent();
});

test('the supervisor returns it with a reason', async () => {
	const { page } = supervisor;
	await asksForNews(supervisor);
	await place(page, en.frame.nav.team).click();
	const item = page.getByRole('checkbox', { name: ACTIVITY });
	await item.check();
	await expectRoomForWords(page);
	await button(page, en.team.giveBack).click();
	const dialog = page.getByRole('dialog', { name: en.team.returnTitle(1) });
	await dialog.getByLabel(en.team.reason, { exact: true }).fill(REASON);
	await expectRoomForWords(page);
	await dialog.getByRole('button', { name: en.team.giveBack, exact: true }).click();
	await expect(item).toHaveCount(0);
	await supervisor.seesAllSent();
});

test('the employee reads why, and corrects it', async () => {
	const { page } = employee;
	await asksForNews(employee);
	await place(page, en.frame.nav.attention).click();
	const card = page.getByRole('article', { name: ACTIVITY });
	await expect(card.getByText(REASON)).toBeVisible();
	await expect(card.getByText(en.attention.returned)).toBeVisible();
	await expectRoomForWords(page);
	await card.getByRole('link', { name: en.attention.correct }).click();
	await page.getByLabel(en.form.description).fill(CORRECTION);
	await expectRoomForWords(page);
	await button(page, en.form.save).click();
	await expect(page.getByRole('heading', { level: 1, name: en.today.yesterday })).toBeVisible();
	await employee.seesAllSent();
});

test('the supervisor approves it, and its page tells all of that', async () => {
	const { page } = supervisor;
	await asksForNews(supervisor);
	await place(page, en.frame.nav.team).click();
	await expect(page.getByText(CORRECTION)).toBeVisible();
	const item = page.getByRole('checkbox', { name: ACTIVITY });
	await item.check();
	await button(page, en.team.approve).click();
	await expect(item).toHaveCount(0);
	await supervisor.seesAllSent();

	await asksForNews(employee);
	await employee.goTo(`/?tanggal=${addDays(dayOf(Date.now(), 'WITA'), -1)}`);
	await employee.page.getByRole('link', { name: new RegExp(ACTIVITY) }).click();
	await expect(employee.page.getByText(en.status.approved, { exact: true }).first()).toBeVisible();
	const history = employee.page.getByRole('region', { name: en.entry.historyOf(4) });
	await expect(history.getByText(REASON)).toBeVisible();
	await expectRoomForWords(employee.page);
});

/** Words of screens, none of which is a word of the office's activities, posts and units. */
const INDONESIAN =
	/\b(tidak|belum|sudah|anda|bila|lagi|perangkat|sinyal|tersimpan|terkirim|sandi|alasan|simpan|pilih|kembali|disetujui|ditolak|dikembalikan|diperiksa|menunggu|hari ini|kemarin|menit|tekan|buka|catat)\b/i;

test('no screen says anything in Indonesian, not even to a screen reader', async () => {
	const id = decodeURIComponent(employee.page.url().split('/').at(-1) ?? '');
	const entry = { _id: id } as Entry; // nothing else of it is asked for
	for (const person of [employee, supervisor]) {
		for (const path of everyScreen({ entry, team: entry })) {
			await person.goTo(path);
			await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible();
			const lines = (await person.page.locator('body').ariaSnapshot()).split('\n');
			const said = lines.filter((line) => !line.includes('- /url:'));
			expect(said.length, path).toBeGreaterThan(10);
			expect(
				said.filter((line) => INDONESIAN.test(line)),
				path
			).toEqual([]);
		}
	}
});
