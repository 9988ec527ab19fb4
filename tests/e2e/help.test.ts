/** Help, the first tour, and practice: what a newcomer does before and after he trusts the app. */
import { expect, type Page, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { expectAccessible, expectReflow, expectRoomForWords } from './accessible.ts';
import { pause } from './finger.ts';
import { Person } from './person.ts';
import { fillActivity, record, save } from './recording.ts';

const BANNER = 'LATIHAN — tidak ada yang dikirim';
const NEVER_SENT = /^Catatan latihan tidak pernah dikirim ke server$/;
const ACTIVITY = 'Menghitung kursi karangan';
const BELOW = [
	'kegiatan',
	'kegiatan-salin',
	'tim-hari',
	'pengiriman-bukti',
	'pengiriman-sambungan',
	'pengiriman-berkas'
];
const TOPICS = ['hari-ini', 'catat', 'perhatian', 'pengiriman', 'riwayat', 'pengaturan', 'masuk'];

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

async function personAt(nip: string): Promise<Person> {
	const person = await Person.at(server.url, nip);
	people.push(person);
	await person.openBrowser();
	await person.goTo('/');
	return person;
}

/** What is asked of the server from now on, by any page or worker of the browser. */
function watchServer(page: Page): string[] {
	const asked: string[] = [];
	page.context().on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.startsWith('/api/')) asked.push(pathname);
	});
	return asked;
}

/** The tour as a newcomer meets it on Hari ini. */
const offered = (page: Page) => page.getByRole('button', { name: 'Lihat tur singkat' });
const banner = (page: Page) => page.getByRole('region', { name: BANNER });
const databases = (page: Page): Promise<string[]> =>
	page.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name));

/** Records, waits for the verdict, corrects: on screens that say all the time that it is practice. */
async function practise(person: Person): Promise<void> {
	const { page } = person;
	await expect(banner(page)).toBeVisible();
	await expect(page.getByText('Diperiksa oleh Atasan Latihan (contoh)')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Catat', exact: true }).click();
	await expect(banner(page)).toBeVisible();
	await fillActivity(page, ACTIVITY, ['08:00', '08:30']);
	await save(page);
	await person.seesDelivery(
		/^1 kegiatan tersimpan di perangkat ini.*\(latihan, tidak sungguh dikirim\)$/
	);
	await person.seesDelivery(NEVER_SENT);
	await expect(page.getByText('Baru saja disimpan. Catatan latihan tidak pernah')).toBeVisible();
	await expect(page.getByText(/terkirim/i)).toHaveCount(0);

	const attention = page.getByRole('link', { name: /^Perlu perhatian ?, \d/ });
	await expect(attention).toBeVisible({ timeout: 60_000 });
	await attention.click();
	const card = page.getByRole('article', { name: ACTIVITY });
	await expect(card.getByText(/^Mohon lengkapi uraian/)).toBeVisible({ timeout: 60_000 });
	await card.getByRole('link', { name: 'Perbaiki' }).click();
	await page.getByLabel(/^Uraian/).fill('Dua belas kursi di ruang karangan.');
	await save(page);
	await person.seesDelivery(NEVER_SENT);
	await page.reload();
	await expect(banner(page)).toBeVisible();
	await expect(page.getByText('Disetujui', { exact: true })).toBeVisible({ timeout: 60_000 });
	await page.getByRole('listitem').filter({ hasText: ACTIVITY }).getByRole('link').click();
	await expect(page.getByRole('region', { name: 'Tanda terima' })).toContainText('Ini latihan');
}

test('a newcomer practises before he has ever signed in, and nothing leaves the device', async () => {
	const newcomer = await personAt(CAST.newcomer.nip);
	const { page } = newcomer;
	await expectAccessible(page);
	const asked = watchServer(page);
	await page.getByRole('button', { name: 'Latihan' }).click();
	await expect(banner(page)).toBeVisible({ timeout: 60_000 });
	await newcomer.loseSignal();
	await practise(newcomer);
	await newcomer.findSignal();
	await banner(page).getByRole('button', { name: 'Selesai latihan' }).click();
	await expect(page.getByLabel('NIP')).toBeVisible();
	await expect(banner(page)).toHaveCount(0);
	expect(asked).toEqual([]);
	await expect.poll(() => databases(page)).toEqual(['ekinerja-device']);
});

test('from the first tour to practice and back to real work, which practice never touched', async () => {
	const employee = await personAt(CAST.employee.nip);
	const { page } = employee;
	await employee.signIn();
	await employee.settles();
	const tour = page.getByRole('dialog', { name: 'Empat hal yang perlu diketahui' });
	await expectAccessible(page);
	await offered(page).click();
	await expect(tour).toBeFocused();
	await expect(tour).toBeInViewport({ ratio: 0.9 });
	await expectAccessible(page);
	const next = tour.getByRole('button', { name: 'Lanjut' });
	const nextTop = () => next.evaluate((button) => button.getBoundingClientRect().top);
	for (const step of ['1', '2', '3']) {
		await expect(tour.getByText(`Langkah ${step} dari 4`)).toBeVisible();
		await next.scrollIntoViewIfNeeded();
		const top = await nextTop();
		await next.click();
		// However long a step is, the finger stays on the button.
		if (step !== '3')
			await expect.poll(async () => Math.abs((await nextTop()) - top)).toBeLessThan(2);
	}
	const own = (await databases(page)).sort();

	const asked = watchServer(page);
	await tour.getByRole('button', { name: 'Latihan' }).click();
	await practise(employee);
	expect(asked).toEqual([]);
	await banner(page).getByRole('button', { name: 'Selesai latihan' }).click();

	await employee.seesAllSent();
	await expect(banner(page)).toHaveCount(0);
	await expect(page.getByText('Diperiksa oleh Atasan Latihan (contoh)')).toHaveCount(0);
	await employee.goTo('/pengiriman');
	await expect(page.getByText(ACTIVITY)).toHaveCount(0);
	await expect.poll(async () => (await databases(page)).sort()).toEqual(own);
	await employee.goTo('/');
	await expect(page.getByRole('heading', { name: 'Kegiatan' })).toBeVisible();
	await expect(offered(page)).toHaveCount(0);
});

test('the tour never stands in the way of a first recording', async () => {
	const other = await personAt(CAST.withoutSupervisor.nip);
	const { page } = other;
	await other.signIn();
	await other.settles();
	await expect(offered(page)).toBeVisible();
	// Loading the page again is no going on.
	await page.reload();
	await expect(offered(page)).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
	await page.getByRole('link', { name: 'Catat kegiatan' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Catat kegiatan' })).toBeVisible();
	await other.goTo('/');
	await expect(page.getByRole('heading', { name: 'Kegiatan' })).toBeVisible();
	await expect(offered(page)).toHaveCount(0);
});

test('every screen has its help, without a line too; the tour can be opened again', async () => {
	const supervisor = await personAt(CAST.supervisor.nip);
	const { page } = supervisor;
	await supervisor.signIn();
	await supervisor.settles();
	await supervisor.loseSignal();
	for (const topic of [...TOPICS, 'tim']) {
		await supervisor.goTo(`/bantuan/${topic}`);
		await expect(page.getByRole('img').first()).toBeVisible();
		await expectAccessible(page);
	}
	for (const topic of BELOW) {
		await supervisor.goTo(`/bantuan/${topic}`);
		await expect(page.getByRole('img').first()).toBeVisible();
		await expectReflow(page);
	}
	await supervisor.goTo('/pengiriman/berkas');
	await page.getByRole('link', { name: 'Bantuan', exact: true }).click();
	const moving = 'Bantuan: Pindahkan catatan ke perangkat lain';
	await expect(page.getByRole('heading', { level: 1, name: moving })).toBeVisible();
	await supervisor.goTo('/tim');
	await page.getByRole('link', { name: 'Bantuan', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Bantuan: Tim' })).toBeVisible();
	await page.getByRole('link', { name: 'Bantuan', exact: true }).click();
	await page.getByText('Apakah sudah terkirim?').click();
	await expect(page.getByText(/^Lihat baris di bawah nama aplikasi/)).toBeVisible();
	await pause(page);
	await page.getByText('HP saya rusak atau hilang').click();
	await expect(page.getByText(/simpan sebagai berkas di Pengiriman/)).toBeVisible();
	await expectAccessible(page);

	const open = offered(page);
	await open.click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(open).toBeFocused();
});

test('help is there in English', async () => {
	const supervisor = await personAt(CAST.supervisor.nip);
	const { page } = supervisor;
	await supervisor.choosesEnglish();
	await supervisor.signIn();
	await supervisor.settles();
	for (const topic of [...TOPICS, 'tim', ...BELOW]) {
		await supervisor.goTo(`/bantuan/${topic}`);
		await expect(page.getByRole('heading', { level: 1, name: /^Help: / })).toBeVisible();
		await expectReflow(page);
	}
});

test('practice speaks English to who has chosen it', async () => {
	const newcomer = await personAt(CAST.newcomer.nip);
	await newcomer.choosesEnglish();
	const { page, words } = newcomer;
	await page.getByRole('button', { name: words.shell.practice.begin }).click();
	await expect(page.getByRole('region', { name: words.shell.practice.banner })).toBeVisible({
		timeout: 60_000
	});
	await record(newcomer, { name: 'Counting chairs', span: ['08:00', '08:30'] });
	const attention = page.getByRole('link', { name: /^Attention ?, \d/ });
	await expect(attention).toBeVisible({ timeout: 60_000 });
	await attention.click();
	const card = page.getByRole('article', { name: 'Counting chairs' });
	const reason = card.getByText(words.help.practice.returnReason);
	await expect(reason).toBeVisible({ timeout: 60_000 });
	await expectRoomForWords(page);
});

test('who can’t sign in finds help', async () => {
	const stranger = await personAt(CAST.head.nip);
	const { page } = stranger;
	await page.getByRole('link', { name: 'Bantuan' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Bantuan: Masuk' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Semua bantuan' }).click();
	await page.getByText('Lupa kata sandi').click();
	await expect(page.getByText(/^Minta kode awal baru/)).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: 'Bantuan' })).toBeVisible();
	await page.getByRole('link', { name: 'Ke halaman Masuk' }).click();
	await expect(page.getByLabel('NIP')).toBeVisible();
});

test('who signs out while help is open is led to Masuk', async () => {
	const leaving = await personAt(CAST.withoutSupervisor.nip);
	const { page } = leaving;
	await leaving.signIn();
	await leaving.settles();
	await leaving.goTo('/bantuan/catat');
	await page.getByRole('button', { name: /^Akun / }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Keluar' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
});
