/** What is promised while the server asks to wait, by what this browser can do; and on an iPhone. */
import { expect, type Page, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { createProblem, PROBLEM_CONTENT_TYPE } from '#lib/protocol/problem.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible, expectRoomForWords } from './accessible.ts';
import { Person } from './person.ts';
import { record } from './recording.ts';

const WAIT_S = 600;
const IPHONE =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

let server: ServerProcess;
const people: Person[] = [];

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
});

test.afterAll(async () => {
	for (const person of people) await person.dispose();
	await server.dispose();
});

async function personIn(language: string, nip: string): Promise<Person> {
	const person = await Person.at(server.url, nip);
	people.push(person);
	await person.openBrowser();
	await person.goTo('/');
	if (language === 'English') await person.choosesEnglish();
	await person.signIn();
	await person.settles();
	return person;
}

/** Whatever is sent, the server is busy. */
async function keepBusy(page: Page): Promise<void> {
	await page.route('**/api/sync', (route) =>
		route.fulfill({
			status: 503,
			contentType: PROBLEM_CONTENT_TYPE,
			headers: { 'retry-after': String(WAIT_S) },
			body: JSON.stringify(createProblem('overloaded', { retryAfterMs: WAIT_S * 1_000 }))
		})
	);
}

const TIME = String.raw`\d\d\.\d\d WITA`;
const CLOCK = String.raw`\d\d:\d\d WITA`;
const CASES = {
	Indonesian: {
		nip: CAST.employee.nip,
		whileOpen: new RegExp(
			`^Server sibuk, 1 kegiatan aman di perangkat ini, dicoba lagi ${TIME} bila aplikasi terbuka$`
		),
		browserPicks: new RegExp(
			`^Selama aplikasi terbuka, dicoba lagi ${TIME}\\. Bila ditutup, peramban yang memilih waktunya; agar pasti, buka lagi sekitar ${TIME}\\.$`
		),
		openAgain: new RegExp(
			`^Server sibuk, 1 kegiatan aman di perangkat ini, buka lagi aplikasi sekitar ${TIME}$`
		),
		staysOpen: new RegExp(`Bila ditutup, buka lagi sekitar ${TIME}\\.$`),
		onIphone: /Safari menghapusnya setelah 7 hari tidak dibuka/,
		isGood: expectAccessible
	},
	English: {
		nip: CAST.withoutSupervisor.nip,
		whileOpen: new RegExp(
			`^The server is busy, 1 activity safe on this device, next try ${CLOCK} if the app is open$`
		),
		browserPicks: new RegExp(
			`^While the app is open, it tries again ${CLOCK}\\. When it is closed, the browser chooses the time; to be sure, open it again at about ${CLOCK}\\.$`
		),
		openAgain: new RegExp(
			`^The server is busy, 1 activity safe on this device, open the app again.* ${CLOCK}$`
		),
		staysOpen: new RegExp(`open it again.* ${CLOCK}\\.$`),
		onIphone: /Safari deletes it after 7 days without opening it/,
		isGood: expectRoomForWords
	}
};

for (const [language, said] of Object.entries(CASES)) {
	test(`a busy server: what is said is true with the browser's alarms and without, in ${language}`, async () => {
		const person = await personIn(language, said.nip);
		const { page, words } = person;
		await keepBusy(page);
		await record(person, { name: 'Menata map', span: ['09:00', '09:30'] });
		await person.seesDelivery(said.whileOpen);
		const delivery = page
			.getByRole('region', { name: words.frame.deliveryLabel })
			.getByRole('link');
		const now = page.getByRole('region', { name: words.delivery.now });
		await delivery.click();
		await expect(now.getByText(said.browserPicks)).toBeVisible();
		await said.isGood(page);

		await page.evaluate(() => {
			delete (ServiceWorkerRegistration.prototype as { sync?: unknown }).sync;
		});
		await page.getByRole('link', { name: words.frame.nav.today, exact: true }).click();
		await delivery.click();
		await person.seesDelivery(said.openAgain);
		await expect(now.getByText(said.staysOpen)).toBeVisible();
		await expect(now.getByText(said.browserPicks)).toHaveCount(0);
	});

	test(`an iPhone without the app on its home screen warns on Hari ini while something waits, in ${language}`, async () => {
		const person = await personIn(language, said.nip);
		const { page } = person;
		const warning = page.getByRole('main').getByText(said.onIphone);
		await person.loseSignal();
		await record(person, { name: 'Menata label', span: ['10:00', '10:30'] });
		await expect(warning).toHaveCount(0);
		await page.addInitScript((userAgent) => {
			Object.defineProperty(navigator, 'userAgent', { value: userAgent });
		}, IPHONE);
		await person.goTo('/');
		await expect(warning).toBeVisible();
		await said.isGood(page);
		await page.getByRole('link', { name: person.words.today.toHomeScreen }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: person.words.settings.title })
		).toBeVisible();
		await person.goTo('/');
		await person.findSignal();
		await person.seesAllSent();
		await expect(warning).toHaveCount(0);
	});
}
