/** What is seldom on the screen owes everybody the same: a confirmation, a change that lost, what can't be kept. */
import { expect, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible } from './accessible.ts';
import { Person } from './person.ts';
import { overruled, submitted } from './prepared-work.ts';

const OWN = 'Menata rak depan';
const LOST = 'Menjawab surat warga';
const own = submitted(CAST.employee, OWN, 480);
const lost = overruled(submitted(CAST.employee, LOST, 600), CAST.employee, CAST.supervisor);

let server: ServerProcess;
let person: Person;

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	const outcomes = await server.withDatabases(({ work }) => work.write([own, lost]));
	expect(outcomes.every(({ ok }) => ok)).toBe(true);
	await server.start();
	person = await Person.at(server.url, CAST.employee.nip);
	await person.openBrowser();
	await person.goTo('/');
	await person.signIn();
	await person.settles();
});

test.afterAll(async () => {
	await person.dispose();
	await server.dispose();
});

test('whoever withdraws is asked', async () => {
	const { page } = person;
	await person.goTo(`/kegiatan/${encodeURIComponent(own._id)}`);
	await page.getByRole('button', { name: 'Tarik kembali' }).click();
	const dialog = page.getByRole('dialog', { name: 'Tarik kembali kegiatan ini?' });
	await expect(dialog).toBeVisible();
	await expectAccessible(page);
	await dialog.getByRole('button', { name: 'Batal' }).click();
	await expect(page.getByText('Menunggu diperiksa').first()).toBeVisible();
});

test('a change that lost against another is told', async () => {
	const { page } = person;
	await person.goTo('/perhatian');
	const card = page.getByRole('article', { name: new RegExp(LOST) });
	await expect(
		card.getByText(new RegExp(`^Pada saat hampir bersamaan ${CAST.supervisor.name}`))
	).toBeVisible();
	await expectAccessible(page);
});

test('what another app shares and can’t be kept is said', async () => {
	const { page } = person;
	await page.addInitScript(() => {
		const { put } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
			if (this.name === 'drafts') throw new DOMException('full', 'QuotaExceededError');
			return put.apply(this, given);
		};
	});
	await person.goTo('/bagikan?teks=Surat');
	await expect(page.getByText(/^Yang dibagikan belum bisa disimpan/)).toBeVisible();
	await expectAccessible(page);
});
