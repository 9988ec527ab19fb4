/**
 * The main journey, with the real server and nothing faked: record offline, survive a closed and a
 * killed browser, deliver, review offline, correct, approve. Runs on CouchDB where COUCHDB_URL is set.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { Entry } from '#lib/domain/entry.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const PASSWORD = 'contoh-2026';
const ACTIVITIES = ['Menata rak depan', 'Menjawab surat warga', 'Merapikan kartu katalog'];

let server: ServerProcess;
let profile: string;

test.beforeAll(async () => {
	const kind = process.env.COUCHDB_URL ? 'couchdb' : 'embedded';
	server = await ServerProcess.create(kind, { BUILD_DIR: 'build' });
	await server.start();
	profile = await mkdtemp(join(tmpdir(), 'ekinerja-profile-'));
});

test.afterAll(async () => {
	await server.dispose();
	await rm(profile, { recursive: true, force: true });
});

async function openBrowser({ offline }: { offline: boolean }): Promise<BrowserContext> {
	const { launchOptions, viewport, locale, timezoneId } = test.info().project.use;
	return chromium.launchPersistentContext(profile, {
		...launchOptions,
		...(viewport !== undefined && { viewport }),
		...(locale !== undefined && { locale }),
		...(timezoneId !== undefined && { timezoneId }),
		offline
	});
}

async function signIn(page: Page, nip: string): Promise<void> {
	await page.goto(server.url);
	await page.getByLabel('NIP').fill(nip);
	await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hari ini' })).toBeVisible();
	await expect(page.getByText(/Semua terkirim/).first()).toBeVisible();
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** Work of yesterday, so that it lies in the past at any hour of the day. */
async function typeActivity(
	page: Page,
	name: string,
	[start, end]: [string, string]
): Promise<void> {
	await page.goto(`${server.url}/catat`);
	await page.getByRole('button', { name: 'Kemarin', exact: true }).click();
	await page.getByLabel('Cari kegiatan atau tulis sendiri').fill(name);
	await page.getByLabel('Jam mulai').fill(start);
	await page.getByLabel('Jam selesai').fill(end);
}

async function save(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^(Simpan|Simpan perubahan|Kirim perbaikan)$/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kemarin' })).toBeVisible();
}

async function expectNoAxeFindings(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('an employee records offline, a supervisor reviews offline, and three entries arrive with whole histories', async ({
	browser
}) => {
	let context = await openBrowser({ offline: false });
	let page = await context.newPage();
	await page.goto(server.url);
	await expect(page.getByLabel('NIP')).toBeVisible();
	await expectNoAxeFindings(page);
	await signIn(page, CAST.employee.nip);
	await expectNoAxeFindings(page);
	await context.close();

	// A cold start without a line, on addresses that were never visited.
	context = await openBrowser({ offline: true });
	page = await context.newPage();
	await typeActivity(page, ACTIVITIES[0]!, ['08:00', '08:30']); // three names above
	await expectNoAxeFindings(page);
	await save(page);
	await typeActivity(page, ACTIVITIES[1]!, ['09:00', '09:30']);
	await save(page);
	await typeActivity(page, ACTIVITIES[2]!, ['10:00', '10:30']);
	await page.getByLabel(/^Uraian/).fill('Setengah kalimat 🙂 <script>');
	await expect
		.poll(() => page.evaluate(() => indexedDB.databases().then((all) => all.length)))
		.toBeGreaterThan(1);
	await context.close();

	context = await openBrowser({ offline: true });
	page = await context.newPage();
	await page.goto(`${server.url}/catat`);
	await expect(page.getByLabel(/^Uraian/)).toHaveValue('Setengah kalimat 🙂 <script>');
	await save(page);
	await expect(page.getByText(/3 kegiatan tersimpan di perangkat ini/).first()).toBeVisible();

	await context.setOffline(false);
	await expect(page.getByText(/Semua terkirim/).first()).toBeVisible({ timeout: 60_000 });

	const office = await browser.newContext();
	const desk = await office.newPage();
	await signIn(desk, CAST.supervisor.nip);
	await office.setOffline(true);
	await desk.goto(`${server.url}/tim`);
	await expect(desk.getByText(ACTIVITIES[0]!).first()).toBeVisible();
	await expectNoAxeFindings(desk);

	const stored = await collectEntries(page);
	expect(stored).toHaveLength(3);
	await office.close();
	await context.close();
});

/** Names of the activities this device holds as delivered. */
async function collectEntries(page: Page): Promise<string[]> {
	await page.goto(`${server.url}/?tanggal=`);
	await page
		.getByRole('link', { name: /Kemarin|Hari sebelumnya/ })
		.first()
		.click();
	const texts = await page.getByRole('main').innerText();
	return ACTIVITIES.filter((name) => texts.includes(name));
}

test('the database holds exactly these three entries, each once', async () => {
	await server.signal('SIGTERM');
	const documents = await server.withDatabases(({ work }) =>
		work.withPrefix(`p${CAST.employee.nip}`)
	);
	const entries = documents.map((document) => Entry.parse(document));
	const mine = entries.filter(({ content }) => ACTIVITIES.includes(content.activity.name));
	expect(mine.map(({ content }) => content.activity.name).sort()).toEqual([...ACTIVITIES].sort());
	for (const { history } of mine) expect(history[0]?.receivedAt).toBeGreaterThan(0);
});
