/**
 * The main journey, with the server of `npm start` and nothing faked: record offline, survive a closed and a
 * killed browser, deliver, review offline, correct, approve. Runs on CouchDB where COUCHDB_URL is set.
 */
import { expect, type Page, test } from '@playwright/test';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { Entry } from '#lib/domain/entry.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { onlineDevice } from '#tests/support/online-device.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { PASSWORD, Person } from './person.ts';
import { fillActivity, save } from './recording.ts';

const APPROVED = 'Menata rak depan';
const RETURNED = 'Menjawab surat warga';
const WAITING = 'Merapikan kartu katalog';
const HALF_TYPED = 'Setengah kalimat 🙂 <script>';
const REASON = 'Sebutkan nomor suratnya.';
const CORRECTION = 'Surat nomor 12 sampai 15 dijawab.';

const kind = process.env.COUCHDB_URL ? 'couchdb' : 'embedded';

let server: ServerProcess;
/** The employee's work before the journey: each document with its revision. */
let before: Map<string, string>;
let employee: Person;
let supervisor: Person;

test.beforeAll(async () => {
	server = await ServerProcess.byNpmStart(kind);
	await server.start();
	before = await workOf(CAST.employee.nip);
	employee = await Person.at(server.url, CAST.employee.nip);
	supervisor = await Person.at(server.url, CAST.supervisor.nip);
});

test.afterAll(async () => {
	// First, since a server that outlives its test is worse than a profile that does.
	await server.dispose();
	await employee.dispose();
	await supervisor.dispose();
});

/** What the server holds of a person's work, while it runs. */
async function workOf(nip: string): Promise<Map<string, string>> {
	const device = onlineDevice(nip, () => server.url);
	await device.signIn(PASSWORD);
	expect(await device.sync()).toMatchObject({ ok: true, value: { complete: true } });
	const documents = await device.db.documents.where('feed').startsWith(`p${nip}`).toArray();
	device.close();
	return new Map(documents.map(({ id, rev }) => [id, rev]));
}

/** The card of one activity in the queue of the team. */
const inQueue = (page: Page, name: string) => page.getByRole('checkbox', { name });

test('starting prints the address and, with the office of the demonstration, how to sign in', async () => {
	expect(server.output).toContain(`E-Kinerja: ${server.url}`);
	if (kind === 'couchdb') return;
	await expect.poll(() => server.output).toContain('Demonstration logins (number, password):');
	for (const { nip, name } of [CAST.employee, CAST.supervisor])
		await expect.poll(() => server.output).toContain(`${nip}  ${PASSWORD}  ${name}`);
});

test('an employee signs in at phone size, and the app stays on the device', async () => {
	await employee.openBrowser();
	await employee.goTo('/');
	await expect(employee.page.getByLabel('NIP')).toBeVisible();
	await expectAccessible(employee.page);
	await employee.signIn();
	await employee.settles();
	await expectAccessible(employee.page);
	await employee.loseSignal();
	await employee.closeBrowser();
});

test('three activities are recorded without a line, one of them through a killed browser', async () => {
	await employee.openBrowser();
	await employee.goTo('/catat');
	expect(await employee.page.evaluate(() => navigator.onLine)).toBe(false);
	await fillActivity(employee.page, APPROVED, ['08:00', '08:30']);
	await expectAccessible(employee.page);
	await save(employee.page);
	await employee.goTo('/catat');
	await fillActivity(employee.page, RETURNED, ['09:00', '09:30']);
	await save(employee.page);

	await employee.goTo('/catat');
	await fillActivity(employee.page, WAITING, ['10:00', '10:30']);
	await employee.page.getByLabel(/^Uraian/).fill(HALF_TYPED);
	await employee.killBrowser();

	await employee.openBrowser();
	await employee.goTo('/catat');
	await expect(employee.page.getByLabel(/^Uraian/)).toHaveValue(HALF_TYPED);
	await save(employee.page);
	await employee.seesDelivery(/^3 kegiatan tersimpan di perangkat ini/);
	await employee.goTo('/pengiriman');
	await expect(employee.page.getByText(WAITING)).toBeVisible();
	await expectAccessible(employee.page);
});

test('with the line back they are delivered', async () => {
	await employee.findSignal();
	await employee.seesAllSent();
	await expectAccessible(employee.page);
});

test('the supervisor decides offline', async () => {
	await supervisor.openBrowser();
	const { page } = supervisor;
	await supervisor.goTo('/');
	await supervisor.signIn();
	await supervisor.settles();
	await supervisor.loseSignal();
	await supervisor.goTo('/tim');
	await expectAccessible(page);

	await inQueue(page, APPROVED).check();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Setujui', exact: true }).click();
	await expect(inQueue(page, APPROVED)).toHaveCount(0);

	await inQueue(page, RETURNED).check();
	await page.getByRole('button', { name: 'Kembalikan', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Kembalikan', exact: true }).click();
	await expect(dialog.getByText(/^Tulis alasannya/)).toBeVisible();
	await expectAccessible(page);
	await dialog.getByLabel('Alasan').fill(REASON);
	await dialog.getByRole('button', { name: 'Kembalikan', exact: true }).click();
	await expect(inQueue(page, RETURNED)).toHaveCount(0);
	await expect(page.getByText(/^Belum terkirim\. Dikembalikan: /)).toBeVisible();
	await supervisor.seesDelivery(/^2 keputusan tersimpan di perangkat ini/);

	await supervisor.findSignal();
	await supervisor.seesAllSent();
});

test('the employee sees both verdicts, corrects and sends again', async () => {
	const { page } = employee;
	await employee.goTo('/pengiriman');
	await page.getByRole('button', { name: 'Kirim sekarang' }).click();
	await page.getByRole('link', { name: /^Perlu perhatian/ }).click();
	const card = page.getByRole('article', { name: RETURNED });
	await expect(card.getByText(REASON)).toBeVisible();
	await expectAccessible(page);
	const yesterday = addDays(dayOf(Date.now(), 'WITA'), -1);
	await employee.goTo(`/riwayat?tanggal=${yesterday}`);
	const day = page.locator(`li a[href$="tanggal=${yesterday}"]`);
	await expect(day).toHaveAccessibleName(/ada yang dikembalikan/);
	await employee.goTo('/perhatian');

	await card.getByRole('link', { name: 'Perbaiki' }).click();
	await page.getByLabel(/^Uraian/).fill(CORRECTION);
	await expectAccessible(page);
	await save(page);
	const message = page.locator('[data-toast]');
	await expect(message).toBeVisible();
	await page.getByRole('link', { name: new RegExp(APPROVED) }).click();
	// Long before it would go by itself.
	await expect(message).toHaveCount(0, { timeout: 2_000 });
	await employee.seesAllSent();
	await expect(page.getByText('Disetujui', { exact: true }).first()).toBeVisible();
	const receipt = page.getByRole('region', { name: 'Tanda terima' });
	await expect(receipt.getByText(/^dicatat .+, diterima server .+ WITA$/)).toBeVisible();
	await expectAccessible(page);
});

test('the supervisor approves the correction', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/pengiriman');
	await page.getByRole('button', { name: 'Kirim sekarang' }).click();
	await page.getByRole('link', { name: /^Tim/ }).click();
	await expect(page.getByText(CORRECTION)).toBeVisible();
	await inQueue(page, RETURNED).check();
	await page.getByRole('button', { name: 'Setujui', exact: true }).click();
	await expect(inQueue(page, RETURNED)).toHaveCount(0);
	await supervisor.seesAllSent();
});

test('the database has gained exactly these three entries, each with its whole history', async () => {
	expect(await server.signal('SIGTERM')).toBe(0);
	const documents = await server.withDatabases(({ work }) => work.withPrefix(`p${employee.nip}`));
	const isOld = ({ _id }: { readonly _id: string }) => before.has(_id);
	const old = documents.filter(isOld).map(({ _id, _rev }) => [_id, _rev]);
	expect(old.sort()).toEqual([...before].sort());
	const entries = documents
		.filter((document) => !isOld(document))
		.map((document) => Entry.parse(document));
	const story = entries.map(({ content, status, history }) => [
		content.activity.name,
		status,
		history.map(({ kind, by }) => [kind, by])
	]);
	const [author, reviewer] = [employee.nip, supervisor.nip];
	expect(story.sort()).toEqual([
		[
			APPROVED,
			'approved',
			[
				['entry.submit', author],
				['review.approve', reviewer]
			]
		],
		[
			RETURNED,
			'approved',
			[
				['entry.submit', author],
				['review.return', reviewer],
				['entry.submit', author],
				['review.approve', reviewer]
			]
		],
		[WAITING, 'submitted', [['entry.submit', author]]]
	]);
	const [, returned, waiting] = entries.sort((a, b) => a._id.localeCompare(b._id));
	expect(returned?.history[1]?.reason).toBe(REASON);
	expect(returned?.content.description).toBe(CORRECTION);
	expect(waiting?.content.description).toBe(HALF_TYPED);
	for (const { receivedAt } of entries.flatMap(({ history }) => history))
		expect(receivedAt).toBeGreaterThan(0);
});
