/**
 * `bench -- save`: from the tap on "save" until the record and its place in the outbox are durable, in a
 * real browser with a profile on disk and no server; beside it, in turns and in the same page, a bare
 * strict Dexie `put` of the same record, begun in the same way, from a tap on a button (`ratioToDexie`),
 * and begun by nobody (`ratioToIdleDexie`): after a tap Chromium draws the next frame before it hands the
 * answers of a database back, whatever was asked of it.
 */
import { readFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { type Dexie as DexieOfPackage } from 'dexie';
import { openBrowser } from './browser.ts';
import { median, percentile, round } from './figures.ts';
import { fill, PASSWORD } from './fill.ts';
import { nipOf, numbers } from './office.ts';
import { createPlace } from './place.ts';
import { startServerProcess } from './server-process.ts';

const ROUNDS = 60;
const WARM_UP = 5;
/** From the last key to the button: what was typed is a durable draft by then. */
const FINGER_MS = 400;

/** Dexie as a script puts it into a page. */
type Injected = { readonly Dexie: typeof DexieOfPackage };

/** What {@link watchSaves} leaves in the page. */
type Watched = {
	tappedAt: number;
	savedMs: number;
	bare: { put(record: unknown): Promise<unknown> };
	record: object;
};
declare global {
	var watched: Watched;
}

export async function measureSave(): Promise<Record<string, unknown>> {
	const place = await createPlace(undefined);
	try {
		await fill(place, 1);
		const server = await startServerProcess(place);
		const context = await openBrowser(place);
		const page = await context.newPage();
		await page.addInitScript(watchSaves);
		await page.goto(server.origin);
		await signIn(page);
		await page.getByRole('link', { name: 'Catat', exact: true }).click();
		await page.getByRole('button', { name: 'Kemarin', exact: true }).click();
		await page.evaluate(await readFile('node_modules/dexie/dist/dexie.js', 'utf8'));
		await page.evaluate(openBareTable);
		await server.stop();

		const saves: number[] = [];
		const puts: number[] = [];
		const tappedPuts: number[] = [];
		for (const number of numbers(ROUNDS + WARM_UP)) {
			saves.push(await save(page, number));
			tappedPuts.push(await tapBare(page));
			puts.push(await page.evaluate(putBare));
		}
		await context.close();
		const [saved, put, tapped] = [saves, puts, tappedPuts].map((all) => all.slice(WARM_UP));
		return figuresOf(saved ?? [], put ?? [], tapped ?? []);
	} finally {
		await place.remove();
	}
}

type Times = readonly number[];

function figuresOf(saves: Times, puts: Times, tappedPuts: Times) {
	return {
		rounds: saves.length,
		p50Ms: round(percentile(saves, 0.5), 1),
		p95Ms: round(percentile(saves, 0.95), 1),
		dexieP50Ms: round(median(tappedPuts), 1),
		ratioToDexie: round(median(saves) / median(tappedPuts), 2),
		idleDexieP50Ms: round(median(puts), 1),
		ratioToIdleDexie: round(median(saves) / median(puts), 2)
	};
}

async function signIn(page: Page): Promise<void> {
	await page.getByLabel('NIP').fill(nipOf(0));
	await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await page
		.getByText(/Semua terkirim/)
		.first()
		.waitFor();
}

/** Fills the form as a person would and gives the milliseconds from the tap to the durable record. */
async function save(page: Page, number: number): Promise<number> {
	await page.getByLabel('Cari kegiatan atau tulis sendiri').fill(`Menata rak ${number}`);
	await page.getByLabel('Jam mulai').fill('08:00');
	await page.getByLabel('Jam selesai').fill('09:00');
	await page.getByLabel(/^Uraian/).fill('Menata ulang rak depan bersama dua rekan sampai rapi.');
	await page.waitForTimeout(FINGER_MS);
	await page.evaluate(() => (watched.savedMs = 0));
	await page.getByRole('button', { name: 'Simpan dan catat lagi' }).click();
	await page.waitForFunction(() => watched.savedMs > 0);
	await page.getByRole('button', { name: 'Tutup' }).click();
	return page.evaluate(() => watched.savedMs);
}

/** In the page, before the app: notes the last tap, and when the transaction that records work is durable. */
function watchSaves(): void {
	const state = { tappedAt: 0, savedMs: 0 };
	globalThis.watched = state as Watched;
	addEventListener('click', () => (state.tappedAt = performance.now()), { capture: true });
	const begin = IDBDatabase.prototype.transaction;
	IDBDatabase.prototype.transaction = function (stores, mode, options) {
		const transaction = begin.call(this, stores, mode, options);
		const names = transaction.objectStoreNames;
		if (mode === 'readwrite' && names.contains('outbox') && names.contains('entries')) {
			transaction.addEventListener('complete', () => {
				state.savedMs = performance.now() - state.tappedAt;
			});
		}
		return transaction;
	};
}

/** In the page, where Dexie was put beside the app's own. */
function openBareTable(): void {
	const { Dexie } = globalThis as unknown as Injected;
	// As in the app.
	Dexie.debug = false;
	const database = new Dexie('bare', { chromeTransactionDurability: 'strict' });
	database.version(1).stores({ records: 'id' });
	watched.bare = database.table('records');
}

/** In the page: a button of its own that puts the record which was saved last, and nothing else. */
async function addBareButton(): Promise<void> {
	const { Dexie } = globalThis as unknown as Injected;
	const names = await Dexie.getDatabaseNames();
	const app = new Dexie(names.find((name) => /ekinerja-\d/.test(name)) ?? '');
	await app.open();
	const record = (await app.table('outbox').toCollection().last()) as object;
	app.close();
	watched.record = record;
	const button = document.createElement('button');
	button.textContent = 'bare';
	button.addEventListener('click', () => {
		void watched.bare.put({ ...record, id: crypto.randomUUID() }).then(() => {
			watched.savedMs = performance.now() - watched.tappedAt;
		});
	});
	document.querySelector('main')?.prepend(button);
}

/** Milliseconds from the tap on that button to the durable record. */
async function tapBare(page: Page): Promise<number> {
	const button = page.getByRole('button', { name: 'bare' });
	await page.evaluate(addBareButton);
	await page.waitForTimeout(FINGER_MS);
	await page.evaluate(() => (watched.savedMs = 0));
	await button.click();
	await page.waitForFunction(() => watched.savedMs > 0);
	await button.evaluate((element) => element.remove());
	return page.evaluate(() => watched.savedMs);
}

/** In the page: the same put with nothing else going on. */
async function putBare(): Promise<number> {
	const startedAt = performance.now();
	await watched.bare.put({ ...watched.record, id: crypto.randomUUID() });
	return performance.now() - startedAt;
}
