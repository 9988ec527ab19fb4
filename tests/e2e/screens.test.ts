/** Every screen at its size, with axe at 100 % and 200 % text, light and dark; in English where its words have the least room. */
import { expect, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible, expectRoomForWords } from './accessible.ts';
import { everyScreen, NOTHING_THERE } from './every-screen.ts';
import { Person } from './person.ts';
import { submitted } from './prepared-work.ts';
import { fillActivity, save } from './recording.ts';

const LAPTOP = { width: 1366, height: 768 };
const START_CODE = 'mulai-2026';
const OWN_PASSWORD = 'tiga kata yang saya ingat';
const ACTIVITY = 'Menyusun daftar buku hilang';

let server: ServerProcess;
const people: Person[] = [];

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	const outcomes = await server.withDatabases(({ work }) => work.write([OWN, OF_TEAM]));
	expect(outcomes.every(({ ok }) => ok)).toBe(true);
	await server.start();
});

test.afterAll(async () => {
	for (const person of people) await person.dispose();
	await server.dispose();
});

async function personAt(nip: string, size?: typeof LAPTOP): Promise<Person> {
	const person = await Person.at(server.url, nip);
	people.push(person);
	await person.openBrowser(size);
	await person.goTo('/');
	return person;
}

test("on a phone, a newcomer sees all of the form for a password of one's own at once", async () => {
	const newcomer = await personAt(CAST.newcomer.nip);
	const { page } = newcomer;
	await newcomer.signIn(START_CODE);
	await page.getByLabel('Kata sandi baru', { exact: true }).waitFor();
	for (const seen of [
		page.getByRole('heading', { level: 1 }),
		page.getByText(/^Kode awal hanya/),
		page.getByText(/^Paling sedikit 8 huruf/),
		page.getByLabel('Kata sandi baru', { exact: true }),
		page.getByLabel('Ulangi kata sandi baru'),
		page.getByRole('button', { name: 'Simpan dan mulai' })
	])
		await expect(seen).toBeInViewport({ ratio: 1 });

	// Halfway the code is not kept, and whose it is has to be said.
	await page.reload();
	await expect(page.getByText(`Masuk sebagai ${CAST.newcomer.name}`)).toBeVisible();
	await expect(page.getByLabel('Kode awal')).toBeVisible();
});

test('a newcomer replaces the start code, at a laptop', async () => {
	const newcomer = await personAt(CAST.newcomer.nip, LAPTOP);
	const { page } = newcomer;
	await expectAccessible(page);
	await newcomer.signIn(START_CODE);
	await page.getByLabel('Kata sandi baru', { exact: true }).fill('pendek');
	await page.getByLabel('Ulangi kata sandi baru').fill('pendek');
	await page.getByLabel('Ulangi kata sandi baru').press('Enter');
	await expectAccessible(page);
	await page.getByLabel('Kata sandi baru', { exact: true }).fill(OWN_PASSWORD);
	await page.getByLabel('Ulangi kata sandi baru').fill(OWN_PASSWORD);
	await page.getByLabel('Ulangi kata sandi baru').press('Enter');
	await newcomer.settles();
	await expectAccessible(page);
});

const OWN = submitted(CAST.head, 'Memimpin rapat', 480);
const OF_TEAM = submitted(CAST.headOfField, ACTIVITY, 480);
const EVERY_SCREEN = [...everyScreen({ entry: OWN, team: OF_TEAM }), ...NOTHING_THERE];
const LANGUAGES = { Indonesian: expectAccessible, English: expectRoomForWords };

for (const [who, { nip }, paths] of [
	['the head of the agency', CAST.head, EVERY_SCREEN],
	['who acts for his own supervisor', CAST.actingHead, ['/tim']],
	['who has no supervisor', CAST.withoutSupervisor, ['/', '/catat']]
] as const)
	for (const [language, expectGood] of Object.entries(LANGUAGES)) {
		test(`screens of ${who}, at a laptop, in ${language}`, async () => {
			test.setTimeout(480_000);
			const person = await personAt(nip, LAPTOP);
			if (language === 'English') await person.choosesEnglish();
			await person.signIn();
			await person.settles();
			for (const path of paths) {
				await person.goTo(path);
				await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible();
				await expectGood(person.page);
			}
		});
	}

test('while a screen opens, nothing that is seen moves, also at 200 % text', async () => {
	const person = await personAt(CAST.employee.nip);
	await person.signIn();
	await person.settles();
	const { page } = person;
	await page.addInitScript(() => {
		const moved: string[] = [];
		Object.assign(window, { moved });
		new PerformanceObserver((list) =>
			moved.push(...list.getEntries().map((entry) => JSON.stringify(entry)))
		).observe({ type: 'layout-shift', buffered: true });
	});
	const opens = async () => {
		await person.goTo('/');
		await expect(page.getByRole('heading', { name: 'Kegiatan', exact: true })).toBeVisible();
		await person.seesAllSent();
		expect(await page.evaluate('moved')).toEqual([]);
	};
	await opens();
	await page.addInitScript(() =>
		addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%'))
	);
	await opens();
});

test('a change that meets another is shown side by side, and the person chooses', async () => {
	const employee = await personAt(CAST.employee.nip);
	const supervisor = await personAt(CAST.supervisor.nip, LAPTOP);
	for (const person of [employee, supervisor]) {
		await person.signIn();
		await person.settles();
	}
	const { page } = employee;
	await employee.goTo('/catat');
	await fillActivity(page, ACTIVITY, ['13:00', '13:30']);
	await save(page);
	await employee.seesAllSent();

	await employee.loseSignal();
	await page.getByRole('link', { name: new RegExp(ACTIVITY) }).click();
	await page.getByRole('link', { name: 'Ubah' }).click();
	await page.getByLabel(/^Uraian/).fill('Empat belas judul.');
	await save(page);
	await employee.seesDelivery(/^1 kegiatan tersimpan di perangkat ini/);

	await supervisor.goTo('/pengiriman');
	await supervisor.page.getByRole('button', { name: 'Kirim sekarang' }).click();
	await supervisor.page.getByRole('link', { name: /^Tim/ }).click();
	const card = supervisor.page.getByRole('checkbox', { name: ACTIVITY });
	await card.check();
	await supervisor.page.getByRole('button', { name: 'Setujui', exact: true }).click();
	await expect(card).toHaveCount(0);
	await supervisor.seesAllSent();
	await expectAccessible(supervisor.page);

	await employee.findSignal();
	const notice = page.getByRole('link', { name: '1 ditolak server' });
	await expect(notice).toBeVisible({ timeout: 60_000 });
	await notice.click();
	await expect(page.getByRole('button', { name: 'Pakai yang di server' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Pakai yang di server' }).click();
	await expect(notice).toHaveCount(0);
});
