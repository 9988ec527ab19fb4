/**
 * The verdicts that are seldom given, with the real server: a time that nobody could prove is confirmed by one
 * tap, something is rejected and thought over, somebody decides in another's place, and an author takes his
 * work back. What happened is read on the page of the entry, by author and reviewer alike.
 */
import { expect, type Page, test } from '@playwright/test';
import { Entry } from '#lib/domain/entry.ts';
import { CAST, MEMBERS } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { type Person } from './person.ts';
import { submitted, unproven } from './prepared-work.ts';
import { reviewerAt, waiting } from './reviewing.ts';

const REASON = 'Bukan pekerjaan kantor.';
/** Under the head who is away this week, and not the one who stands in for him. */
const OF_ABSENT_HEAD = MEMBERS.find(
	({ nip, supervisor }) => supervisor === CAST.headOfField.nip && nip !== CAST.actingHead.nip
)!;

const doubted = unproven(CAST.employee, 'Menyusun arsip lama');
const rejected = submitted(CAST.employee, 'Mengantar tamu', 480);
const takenBack = submitted(CAST.employee, 'Menata gudang', 600);
const ofAbsentHead = submitted(OF_ABSENT_HEAD, 'Memeriksa anggaran', 480);

test.describe.configure({ mode: 'serial' });

let server: ServerProcess;
let supervisor: Person;
let employee: Person;

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	const all = [doubted, rejected, takenBack, ofAbsentHead];
	const outcomes = await server.withDatabases(({ work }) => work.write(all));
	expect(outcomes.every(({ ok }) => ok)).toBe(true);
	await server.start();
	supervisor = await reviewerAt(server, CAST.supervisor.nip);
	employee = await reviewerAt(server, CAST.employee.nip);
});

test.afterAll(async () => {
	await supervisor.dispose();
	await employee.dispose();
	await server.dispose();
});

const addressOf = ({ _id }: Entry) => `/kegiatan/${encodeURIComponent(_id)}`;
/** What happened to an entry, the newest first. */
const told = (page: Page) => page.getByRole('region', { name: 'Riwayat' }).locator('ol > li');

/** Asks for news until what somebody did last has arrived here, and opens the page of the entry. */
async function reads(person: Person, entry: Entry, last: string): Promise<Page> {
	const { page } = person;
	await expect(async () => {
		await person.goTo('/pengiriman');
		await Promise.all([
			page.getByRole('button', { name: 'Kirim sekarang' }).click({ timeout: 5_000 }),
			page.waitForResponse('**/api/sync', { timeout: 10_000 })
		]);
		await person.seesAllSent();
		await person.goTo(addressOf(entry));
		await expect(told(page).first()).toContainText(last, { timeout: 2_000 });
	}).toPass();
	return page;
}

test('a time that nobody could prove is confirmed by the tap that approves', async () => {
	const { page } = supervisor;
	await supervisor.goTo('/tim');
	const card = page.locator('[data-item]', { hasText: doubted.content.activity.name });
	await expect(card.getByText('Waktu belum terbukti')).toBeVisible();
	await card.getByRole('button', { name: /^Setujui, waktunya benar/ }).click();
	await expect(card).toHaveCount(0);
	for (const person of [supervisor, employee]) {
		const verdict = told(await reads(person, doubted, 'Disetujui oleh')).first();
		await expect(verdict).toContainText(`Disetujui oleh ${CAST.supervisor.name}`);
		await expect(verdict).toContainText('Waktu mencatat dibenarkan');
	}
});

test('what was rejected with a reason is thought over, and both stand in its history', async () => {
	const { page } = supervisor;
	await supervisor.goTo(addressOf(rejected));
	await page.getByRole('button', { name: 'Tolak', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Tolak', exact: true }).click();
	// Not without a reason.
	await expect(dialog.getByLabel('Alasan', { exact: true })).toBeFocused();
	await expectAccessible(page);
	await dialog.getByLabel('Alasan', { exact: true }).fill(REASON);
	await dialog.getByRole('button', { name: 'Tolak', exact: true }).click();
	await expect(page.getByText('Ditolak', { exact: true })).toBeVisible();
	await reads(supervisor, rejected, REASON);

	await reads(employee, rejected, REASON);
	await expect(employee.page.getByText('Ditolak', { exact: true })).toBeVisible();
	await expect(told(employee.page).first()).toContainText(REASON);
	await expect(employee.page.getByRole('link', { name: 'Ubah' })).toHaveCount(0);

	await page.getByRole('button', { name: 'Urungkan keputusan' }).click();
	await expect(page.getByText('Menunggu diperiksa', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Setujui', exact: true }).click();
	await expect(page.getByText('Disetujui', { exact: true })).toBeVisible();
	const titles = [
		`Disetujui oleh ${CAST.supervisor.name}`,
		`Keputusan diurungkan oleh ${CAST.supervisor.name}`,
		`Ditolak oleh ${CAST.supervisor.name}`,
		`Dicatat oleh ${CAST.employee.name}`
	];
	for (const person of [supervisor, employee])
		await expect(told(await reads(person, rejected, 'Disetujui oleh'))).toContainText(titles);
	await expectAccessible(page);
});

test('who decides in another’s place is named with his capacity', async () => {
	const acting = await reviewerAt(server, CAST.actingHead.nip);
	const { page } = acting;
	await acting.goTo('/tim');
	const card = page.locator('[data-item]', { hasText: ofAbsentHead.content.activity.name });
	await expect(card).toContainText('Plh');
	await card.getByRole('button', { name: /^Setujui ?:/ }).click();
	await expect(card).toHaveCount(0);
	const verdict = told(await reads(acting, ofAbsentHead, 'Disetujui oleh')).first();
	await expect(verdict).toContainText(`Disetujui oleh ${CAST.actingHead.name} sebagai Plh`);
	await expectAccessible(page);
	await acting.dispose();
});

test('an author takes back what waits, and nobody is asked to judge it any more', async () => {
	await supervisor.goTo('/tim');
	const before = await waiting(supervisor.page);
	const { page } = employee;
	await employee.goTo(addressOf(takenBack));
	await page.getByRole('button', { name: 'Tarik kembali', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Tarik kembali kegiatan ini?' });
	await expectAccessible(page);
	await dialog.getByRole('button', { name: 'Tarik kembali', exact: true }).click();
	await expect(page.getByText('Ditarik kembali', { exact: true })).toBeVisible();
	await reads(employee, takenBack, 'Ditarik kembali oleh');
	await expect(told(page).first()).toContainText(`Ditarik kembali oleh ${CAST.employee.name}`);
	await reads(supervisor, takenBack, 'Ditarik kembali oleh');
	await supervisor.goTo('/tim');
	await expect.poll(() => waiting(supervisor.page)).toBe(before - 1);
});

test('the database holds each verdict, and the second thought', async () => {
	await server.signal('SIGTERM');
	const all = await server.withDatabases(({ work }) => work.withPrefix('p'));
	const stories = [doubted, rejected, ofAbsentHead, takenBack].map(
		({ _id }) => Entry.parse(all.find((each) => each._id === _id)).history
	);
	const [ofDoubted, ofRejected, ofActing, ofTakenBack] = stories.map((history) =>
		history.slice(1).map(({ kind, as, confirmsTime }) => ({ kind, as, confirmsTime }))
	);
	expect(ofDoubted).toEqual([{ kind: 'review.approve', confirmsTime: true }]);
	expect(ofRejected?.map(({ kind }) => kind)).toEqual([
		'review.reject',
		'review.undo',
		'review.approve'
	]);
	expect(ofActing).toEqual([{ kind: 'review.approve', as: 'DAILY_ACTING' }]);
	expect(ofTakenBack).toEqual([{ kind: 'entry.withdraw' }]);
});
