/**
 * The service worker delivers by itself, with the real server: the browser rings, no page of the app is
 * open. What it says is delivered is looked for in the database.
 */
import { expect, type Page, test } from '@playwright/test';
import { Entry } from '#lib/domain/entry.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { onlineDevice, type OnlineDevice } from '#tests/support/online-device.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { PASSWORD, Person } from './person.ts';
import { fillActivity, save } from './recording.ts';

const [FIRST, SECOND] = ['Menyortir surat masuk', 'Membersihkan rak arsip'];

let server: ServerProcess;
let person: Person;
/** What the server holds, seen from another device of the same person, while it runs. */
let elsewhere: OnlineDevice;

test.beforeEach(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
	person = await Person.at(server.url, CAST.employee.nip);
	elsewhere = onlineDevice(CAST.employee.nip, () => server.url);
	await elsewhere.signIn(PASSWORD);
	await person.openBrowser();
	await person.goTo('/');
	await person.signIn();
	await person.settles();
	// A browser that is killed soon after a sign-in has not written its cookies yet.
	await person.closeBrowser();
	await person.loseSignal();
	await person.openBrowser();
});

test.afterEach(async () => {
	await person.dispose();
	await server.dispose();
});

/** Records two activities without a line, in a browser opened without one, and leaves the app. */
async function recordAndLeave(): Promise<void> {
	for (const [index, name] of [FIRST, SECOND].entries()) {
		await person.goTo('/catat');
		await fillActivity(person.page, name, [`0${index + 7}:00`, `0${index + 7}:30`]);
		await save(person.page);
	}
	await person.seesDelivery(/^2 kegiatan tersimpan di perangkat ini/);
	await person.page.goto('about:blank');
}

/** Rings as the browser does when the line is back, and perhaps did. Resolves to what the worker made of it. */
function ring(page: Page): Promise<string> {
	const [worker] = page.context().serviceWorkers();
	if (!worker) throw new Error('the app has a worker');
	return worker.evaluate(async () => {
		const scope = globalThis as unknown as { ExtendableEvent: new (type: string) => Event };
		let work: Promise<unknown> | undefined;
		const alarm = Object.assign(new scope.ExtendableEvent('sync'), {
			waitUntil: (promise: Promise<unknown>) => void (work = promise)
		});
		dispatchEvent(alarm);
		if (!work) return 'nobody heard it';
		return work.then(() => 'delivered', String);
	});
}

const isOurs = ({ content }: Entry) => [FIRST, SECOND].includes(content.activity.name);

async function namesOnServer(): Promise<string[]> {
	const report = await elsewhere.sync();
	expect(report.ok).toBe(true);
	const rows = await elsewhere.db.entries.toArray();
	return rows.filter(({ entry }) => isOurs(entry)).map(({ entry }) => entry.content.activity.name);
}

/** Each activity in the database, with what happened to it. */
async function storyInDatabase(): Promise<[string, string[]][]> {
	await server.signal('SIGTERM');
	const documents = await server.withDatabases(({ work }) => work.withPrefix(`p${person.nip}`));
	return documents
		.map((document) => Entry.parse(document))
		.filter(isOurs)
		.map(({ content, history }): [string, string[]] => [
			content.activity.name,
			history.map(({ kind }) => kind)
		])
		.sort();
}

const ONCE = [
	[SECOND, ['entry.submit']],
	[FIRST, ['entry.submit']]
];

test('with no page of the app open, the worker delivers when the line is back', async () => {
	await recordAndLeave();
	expect(await ring(person.page)).toMatch(/sync: offline/);
	await person.findSignal();
	expect(await ring(person.page)).toBe('delivered');
	expect(await storyInDatabase()).toEqual(ONCE);
});

test('I3: the browser is killed after the worker delivered and before the answer came; each arrives once', async () => {
	await recordAndLeave();
	await person.findSignal();
	person.loseAnswers();
	// Its end is the end of the browser.
	void ring(person.page).catch(() => undefined);
	await expect.poll(async () => (await namesOnServer()).sort()).toEqual([SECOND, FIRST]);
	await person.killBrowser();

	await person.findSignal();
	await person.openBrowser();
	await person.goTo('/');
	await person.seesAllSent();
	expect(await storyInDatabase()).toEqual(ONCE);
});
