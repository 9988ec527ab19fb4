/**
 * What must work in every browser: sign in, lose the line, record twice, get the line back, and the
 * database holds exactly these two. Where the browser keeps the app, it is closed and opened again
 * without a line in between.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Entry } from '#lib/domain/entry.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { Line } from '#tests/support/line.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { type Browser, type Tested } from './browser.ts';

const PASSWORD = 'contoh-2026';
const { nip } = CAST.employee;
type Activity = readonly [name: string, start: string, end: string];
const ACTIVITIES: readonly Activity[] = [
	['Menata rak depan', '08:00', '08:30'],
	['Merapikan kartu katalog', '10:00', '10:30']
];
const PATIENCE_MS = 90_000;

export type Passed = {
	readonly version: string;
	/** `reopened`: also closed and opened without a line. */
	readonly app: 'not kept' | 'kept' | 'reopened';
};

/** Throws when something isn't as it must be. */
export async function recordOfflineAndDeliver(tested: Tested, profile: string): Promise<Passed> {
	const server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
	const line = await Line.to(server.url);
	let browser = await tested.open(profile);
	try {
		const { version } = browser;
		await browser.goTo(`${line.url}/masuk`);
		await signIn(browser);
		await sees(browser, 'Semua terkirim');
		await openForm(browser);
		const isKept = (await browser.run(IS_KEPT)) === true;
		const app = isKept ? (tested.keepsProfile ? 'reopened' : 'kept') : 'not kept';
		line.cut();
		if (app === 'reopened') {
			await browser.close();
			browser = await tested.open(profile);
		}
		if (app !== 'not kept') await browser.goTo(line.url);
		for (const activity of ACTIVITIES) await record(browser, activity);
		await sees(browser, '2 kegiatan tersimpan di perangkat ini');
		line.mend();
		await sees(browser, 'Semua terkirim');
		await server.signal('SIGTERM');
		await expectInDatabase(server);
		return { version, app };
	} catch (error) {
		const shown = await browser.run('return document.body.innerText').catch(String);
		throw new Error(`${String(error)}\nThe screen showed:\n${String(shown)}`, { cause: error });
	} finally {
		await browser.close();
		await line.close();
		await server.dispose();
	}
}

async function signIn(browser: Browser): Promise<void> {
	await until(browser, field('NIP'));
	await browser.type(field('NIP'), nip);
	await browser.type(field('Kata sandi'), PASSWORD);
	await browser.press(named('button', 'Masuk'));
}

async function openForm(browser: Browser): Promise<void> {
	await until(browser, named('nav a', 'Catat'));
	await browser.press(named('nav a', 'Catat'));
	await until(browser, field('Jam mulai'));
}

/** Yesterday's, so that it lies in the past at any hour of the day. */
async function record(browser: Browser, [name, start, end]: Activity): Promise<void> {
	await openForm(browser);
	await browser.press(named('button', 'Kemarin'));
	await browser.type(field('Cari kegiatan'), name);
	await browser.run(setTime('Jam mulai', start));
	await browser.run(setTime('Jam selesai', end));
	await browser.press(named('button', 'Simpan'));
	await until(browser, named('h1', 'Kemarin'));
	// The confirmation would lie over the next button for some seconds.
	await browser.press(named('[data-toast] button', 'Tutup'));
	await until(browser, `return document.querySelector('main').innerText.includes('${name}')`);
}

/** The line on every screen that tells how far the work has got. */
async function sees(browser: Browser, words: string): Promise<void> {
	await until(
		browser,
		`return document.querySelector('[aria-label="Pengiriman"]')?.innerText.includes('${words}')`
	);
}

async function until(browser: Browser, body: string): Promise<void> {
	const lastAt = Date.now() + PATIENCE_MS;
	while (!(await browser.run(body.replace(/^return (.*)$/s, 'return Boolean($1)')))) {
		if (Date.now() > lastAt) throw new Error(`waited in vain: ${body}`);
		await delay(200);
	}
}

const field = (label: string): string =>
	`return [...document.querySelectorAll('label')]
		.find((label) => label.innerText.trim().startsWith('${label}'))?.control`;

const named = (selector: string, name: string): string =>
	`return [...document.querySelectorAll('${selector}')]
		.find(({ innerText }) => innerText.trim() === '${name}')`;

/** How a time is typed differs by browser and language. */
const setTime = (label: string, time: string): string =>
	`const input = (() => { ${field(label)} })();
	input.focus();
	input.value = '${time}';
	input.dispatchEvent(new Event('input', { bubbles: true }))`;

const IS_KEPT = `const registration = await navigator.serviceWorker?.getRegistration();
	return Boolean(registration?.active)`;

async function expectInDatabase(server: ServerProcess): Promise<void> {
	const documents = await server.withDatabases(({ work }) => work.withPrefix(`p${nip}`));
	const names = documents.map((document) => Entry.parse(document).content.activity.name);
	const ours = ACTIVITIES.map(([name]) => name);
	const found = names.filter((name) => ours.includes(name)).toSorted();
	if (found.join() !== ours.toSorted().join())
		throw new Error(`the database holds: ${found.join()}`);
}
