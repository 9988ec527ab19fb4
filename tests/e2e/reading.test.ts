/**
 * The screens for those who hear them or see them in few colours: what is read in which order, what
 * tells states apart where a person has chosen the colours of all programs, and that nothing moves for
 * those who can't bear it.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Entry } from '#lib/domain/entry.ts';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { everyScreen, NOTHING_THERE } from './every-screen.ts';
import { Person } from './person.ts';
import { returned, submitted, yesterday } from './prepared-work.ts';

const WAITING = 'Menata rak depan';
const RETURNED = 'Menjawab surat warga';
const REASON = 'Sebutkan nomor suratnya.';
const OWN = 'Rapat';
const own = submitted(CAST.supervisor, OWN, 600);
const toReview = [450, 570].map((start) => submitted(CAST.employee, WAITING, start)) as [
	Entry,
	Entry
];

test.describe.configure({ mode: 'serial' });

let server: ServerProcess;
let person: Person;

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	const back = returned(submitted(CAST.supervisor, RETURNED, 480), CAST.headOfField, REASON);
	const work = [back, own, ...toReview];
	const outcomes = await server.withDatabases(({ work: db }) => db.write(work));
	expect(outcomes.every(({ ok }) => ok)).toBe(true);
	await server.start();
	person = await Person.at(server.url, CAST.supervisor.nip);
	await person.openBrowser();
	await person.page.addInitScript(() => {
		const moved: string[] = [];
		Object.assign(window, { moved });
		for (const name of ['transitionrun', 'animationstart'])
			addEventListener(name, ({ target }) => moved.push((target as Element).outerHTML), true);
	});
	await person.goTo('/');
});

test.afterAll(async () => {
	await person.dispose();
	await server.dispose();
});

/** One h1, and below each heading only the next smaller. */
async function expectOutline(page: Page): Promise<void> {
	const levels = await page
		.locator('h1, h2, h3, h4')
		.evaluateAll((found) =>
			found.filter((each) => each.checkVisibility()).map(({ tagName }) => Number(tagName[1]))
		);
	expect(levels.filter((level) => level === 1)).toEqual([1]);
	expect(levels[0], levels.join()).toBe(1);
	for (const [index, level] of levels.entries())
		expect(level, levels.join()).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
}

const main = (page: Page) => page.getByRole('main');

test('Masuk is read in order', async () => {
	const { page } = person;
	await expect(page.getByLabel('NIP')).toBeVisible();
	await expectOutline(page);
	await expect(main(page)).toMatchAriaSnapshot(`
		- main:
		  - paragraph: E-Kinerja
		  - heading "Masuk" [level=1]
		  - alert
		  - paragraph: 18 angka. Boleh memakai spasi.
		  - textbox "NIP"
		  - textbox "Kata sandi"
		  - button "Lihat kata sandi"
		  - button "Masuk"
		  - button "Latihan"
		  - link "Bantuan, lupa kata sandi"
		  - button "English"
	`);
	await expectFewColours(page);
	await person.signIn();
	await person.settles();
	await page.keyboard.press('Escape');
});

test('around every screen: the way to its content, the places, how far delivery has got', async () => {
	await expect(person.page.locator('body')).toMatchAriaSnapshot(`
		- status
		- link "Langsung ke isi"
		- banner:
		  - link "E-Kinerja"
		  - link "Bantuan"
		  - button /^Akun /
		- navigation "Menu utama":
		  - list:
		    - listitem:
		      - link "Hari ini"
		    - listitem:
		      - link /^Tim ?, \\d+ kegiatan menunggu Anda periksa/
		    - listitem:
		      - link "Catat"
		    - listitem:
		      - link /^Perlu perhatian ?, \\d+ perlu ditangani/
		    - listitem:
		      - link "Riwayat"
		- region "Pengiriman":
		  - link /^Semua terkirim, \\d\\d\\.\\d\\d WITA/
		- status
		- main
		- status
		- status
	`);
});

/** What is read of each screen, in its order. A test is found by its name, which must not change between two readings of this file: ids do. */
const SCREENS: Record<string, string> = {
	'/': `
		- main:
		  - link "Hari sebelumnya"
		  - heading "Hari ini" [level=1]
		  - paragraph: /\\w+, \\d+ \\w+ \\d{4}/
		  - navigation "Minggu ini":
		    - list:
		      - listitem:
		        - link
		  - link "Catat kegiatan"
		  - paragraph: /^\\d+ kegiatan menunggu Anda periksa$/
		  - link "Periksa di Tim"
		  - paragraph: /menit|Libur|libur/
		  - region "Kegiatan":
		    - heading "Kegiatan" [level=2]
		  - link /Diperiksa oleh/
	`,
	'/catat': `
		- main:
		  - heading "Catat kegiatan" [level=1]
		  - group "Tanggal":
		    - button "Hari ini" [pressed]
		    - button "Kemarin"
		    - button "Lainnya"
		    - paragraph: /Bisa dicatat sampai/
		  - group "Kegiatan":
		    - textbox "Cari kegiatan atau tulis sendiri"
		    - list "Daftar kegiatan jabatan Anda"
		  - textbox "Jam mulai"
		  - textbox "Jam selesai"
		  - button "Kurangi satu"
		  - textbox "Jumlah hasil"
		  - button "Tambah satu"
		  - textbox "Satuan"
		  - textbox "Menit efektif (tidak wajib)"
		  - textbox "Uraian (tidak wajib)"
		  - button "Simpan"
		  - button "Simpan dan catat lagi"
	`,
	'/tim': `
		- main:
		  - heading "Tim" [level=1]
		  - region /^\\d+ menunggu diperiksa/:
		    - heading [level=2]
		    - button /Pilih semua/
		    - button "Atur"
		    - link "Minggu ini"
		    - link "Keputusan Anda"
		    - region:
		      - heading [level=3]:
		        - button [expanded]
		      - checkbox /^Pilih semua/
		      - list:
		        - listitem:
		          - checkbox /${WAITING}$/
		          - button /^Setujui ?. ${WAITING}, /
		          - button /^Kembalikan ?. ${WAITING}, /
		          - link /^Buka lengkap ?. ${WAITING}, /
		  - region "Siapa sudah mencatat":
		    - heading "Siapa sudah mencatat" [level=2]
		    - button "Minggu sebelumnya"
		    - button "Minggu berikutnya" [disabled]
		    - table "Siapa sudah mencatat":
		      - rowgroup:
		        - row:
		          - columnheader "Pegawai"
		      - rowgroup:
		        - row:
		          - rowheader
		          - cell
		  - region "Keputusan Anda":
		    - heading "Keputusan Anda" [level=2]
	`,
	'/perhatian': `
		- main:
		  - heading "Perlu perhatian" [level=1]
		  - paragraph: /paling mendesak lebih dulu/
		  - paragraph: /^\\d+ kegiatan menunggu Anda periksa$/
		  - link "Periksa di Tim"
		  - heading "Kerjakan dulu" [level=2]
		  - article "${RETURNED}":
		    - paragraph: Dikembalikan untuk diperbaiki
		    - paragraph: /^Sampai |^Waktu perbaikan|^Paling lambat/
		    - paragraph: /08\\.00–\\u206009\\.00/
		    - heading "${RETURNED}" [level=3]
		    - paragraph: /^Dikembalikan ${CAST.headOfField.name}, /
		    - blockquote: ${REASON}
		    - link /^Perbaiki ?. ${RETURNED}/
		    - link "Buka kegiatan"
	`,
	'/pengiriman': `
		- main:
		  - heading "Pengiriman" [level=1]
		  - region "Keadaan sekarang":
		    - heading "Keadaan sekarang" [level=2]
		    - paragraph: /^Semua terkirim/
		    - term: Terakhir terhubung
		    - definition: /^\\d\\d\\.\\d\\d WITA/
		    - button "Kirim sekarang"
		  - region "Menunggu dikirim":
		    - heading "Menunggu dikirim" [level=2]
		    - paragraph: Tidak ada yang menunggu.
		  - region "Sudah sampai di server hari ini":
		    - heading "Sudah sampai di server hari ini" [level=2]
		  - navigation "Bukti dan bantuan":
		    - list:
		      - listitem:
		        - link "Bukti setiap catatan"
		      - listitem:
		        - link "Riwayat sambungan"
		      - listitem:
		        - link "Pindahkan catatan ke perangkat lain"
		  - region "Ruang simpan"
	`,
	'/riwayat': `
		- main:
		  - heading "Riwayat" [level=1]
		  - button "Cari kegiatan"
		  - region:
		    - link "Bulan sebelumnya"
		    - heading [level=2]
		    - paragraph: /menit bulan ini sampai hari ini$/
		    - list /^Kalender /:
		      - listitem:
		        - link /^\\w+, 1 \\w+ \\d{4}. /
		  - region /^Kegiatan \\w+, /:
		    - heading [level=2]
		  - search:
		    - searchbox "Cari kegiatan"
		    - combobox "Keadaan"
		    - button "Cari"
	`,
	'/kegiatan/[id]': `
		- main:
		  - link "Kembali"
		  - paragraph: Kegiatan
		  - heading "${OWN}" [level=1]
		  - paragraph: /\\w+, \\d+ \\w+ \\d{4}/
		  - paragraph: Menunggu diperiksa
		  - link "Ubah"
		  - button "Tarik kembali"
		  - button "Salin untuk hari ini"
		  - link "Salin ke beberapa hari"
		  - region "Isi":
		    - heading "Isi" [level=2]
		    - term: Jam
		    - definition: /10\\.00–\\u206011\\.00/
		    - term: Hasil
		    - definition: 1 laporan
		    - term: Menit efektif
		    - definition: 60 menit
		  - region "Tanda terima":
		    - heading "Tanda terima" [level=2]
		    - paragraph: /^dicatat .+, diterima server .+ WITA$/
		  - region "Riwayat (1)":
		    - heading "Riwayat (1)" [level=2]
		    - list:
		      - listitem:
		        - paragraph: Dicatat oleh ${CAST.supervisor.name}
	`,
	'/pengaturan': `
		- main:
		  - heading "Pengaturan" [level=1]
		  - region "Tampilan":
		    - heading "Tampilan" [level=2]
		    - group "Bahasa":
		      - radio "Bahasa Indonesia" [checked]
		      - radio "English"
		    - group "Ukuran huruf":
		      - radio "Biasa" [checked]
		    - group "Warna layar":
		      - radio "Ikut perangkat" [checked]
		  - region "Data Anda":
		    - heading "Data Anda" [level=2]
		    - term: Jabatan
		    - definition: Subkoordinator
		    - term: Atasan Anda
		  - region "Pengingat":
		    - heading "Pengingat" [level=2]
		    - switch "Ingatkan saya tentang hari kerja yang kosong"
		  - region "Pasang aplikasi":
		    - heading "Pasang aplikasi" [level=2]
		  - region "Kata sandi":
		    - heading "Kata sandi" [level=2]
		    - button "Ganti kata sandi"
		  - region "Perangkat Anda":
		    - heading "Perangkat Anda" [level=2]
		    - list "Perangkat yang sedang masuk":
		      - listitem:
		        - paragraph: Chrome di Linux
		        - paragraph: Perangkat ini
	`,
	'/bantuan': `
		- main:
		  - heading "Bantuan" [level=1]
		  - region "Yang sering ditanyakan":
		    - heading "Yang sering ditanyakan" [level=2]
		    - list:
		      - listitem:
		        - group: Apakah sudah terkirim?
		  - region "Bantuan per layar":
		    - heading "Bantuan per layar" [level=2]
		    - list:
		      - listitem:
		        - link "Hari ini"
		      - listitem:
		        - link "Catat"
		      - listitem:
		        - link "Kegiatan"
		  - button "Lihat tur singkat"
		  - region "Latihan":
		    - heading "Latihan" [level=2]
		    - button "Latihan"
	`
};

for (const [path, inOrder] of Object.entries(SCREENS)) {
	test(`${path} is read in order`, async () => {
		await person.goTo(path.replace('[id]', encodeURIComponent(own._id)));
		await expect(main(person.page)).toMatchAriaSnapshot(inOrder);
		await expectOutline(person.page);
		const empty = person.page.locator('ul, ol').filter({ hasNot: person.page.locator('li') });
		const heard = (lists: Element[]) => lists.filter((list) => list.checkVisibility()).length;
		expect(await empty.evaluateAll(heard)).toBe(0);
	});
}

async function expectFewColours(page: Page): Promise<void> {
	await page.emulateMedia({ forcedColors: 'active' });
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** What is left of how something looks when its colours are chosen by the person. */
const lookOf = (one: Locator): Promise<Record<string, string>> =>
	one.first().evaluate((element) => {
		const { borderColor, backgroundColor, outlineStyle, outlineWidth, stroke, strokeWidth } =
			getComputedStyle(element);
		return { borderColor, backgroundColor, outlineStyle, outlineWidth, stroke, strokeWidth };
	});

async function expectApart(one: Locator, other: Locator): Promise<void> {
	expect(await lookOf(one)).not.toEqual(await lookOf(other));
}

test('with few colours every screen still tells its states apart', async () => {
	const { page } = person;
	await person.goTo(`/?tanggal=${yesterday()}`);
	await expectFewColours(page);
	const days = page.getByRole('navigation', { name: 'Minggu ini' }).getByRole('link');
	await expectApart(
		days.and(page.locator('[aria-current]')),
		days.and(page.locator('a:not([aria-current])'))
	);
	expect((await lookOf(page.locator('circle.done'))).stroke).not.toBe(
		(await lookOf(page.locator('circle.track'))).stroke
	);
	expect((await lookOf(page.locator('circle.done'))).strokeWidth).not.toBe(
		(await lookOf(page.locator('circle.track'))).strokeWidth
	);

	await person.goTo('/catat');
	await expectFewColours(page);
	const pressed = await lookOf(page.getByRole('button', { name: 'Hari ini', pressed: true }));
	const other = await lookOf(page.getByRole('button', { name: 'Kemarin', pressed: false }));
	expect(pressed.backgroundColor).not.toBe(other.backgroundColor);
	const place = page.getByRole('link', { name: 'Catat', exact: true });
	const unfocused = await lookOf(place);
	await place.focus();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	await expect(place).toBeFocused();
	expect(await lookOf(place)).not.toEqual(unfocused);

	await person.goTo('/tim');
	const boxes = page.getByRole('checkbox', { name: new RegExp(`${WAITING}$`) });
	await boxes.first().check();
	await expectFewColours(page);
	await expectApart(
		page.locator('[data-item].selected'),
		page.locator('[data-item]:not(.selected)')
	);

	// On the first of a month nothing else of it can be opened yet.
	await person.goTo(`/riwayat?tanggal=${yesterday()}`);
	await expectFewColours(page);
	const inMonth = page.getByRole('list', { name: /^Kalender/ }).getByRole('link');
	await expectApart(
		inMonth.and(page.locator('[aria-current]')),
		inMonth.and(page.locator('a:not([aria-current])'))
	);

	await person.goTo('/perhatian');
	await page.getByRole('link', { name: 'Buka kegiatan' }).click();
	await expect(page.getByRole('heading', { level: 1, name: RETURNED })).toBeVisible();
	await expectFewColours(page);
	await page.emulateMedia({ forcedColors: 'none' });
});

test('with few colours axe finds nothing on any screen', async () => {
	test.setTimeout(480_000);
	const { page } = person;
	for (const path of [...everyScreen({ entry: own, team: toReview[0] }), ...NOTHING_THERE]) {
		await person.goTo(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectFewColours(page);
	}
	await page.emulateMedia({ forcedColors: 'none' });
});

const movedOn = (page: Page): Promise<string[]> =>
	page.evaluate(() => (window as unknown as { moved: string[] }).moved);

/** As when minutes come in. */
async function growRing(page: Page): Promise<void> {
	await page
		.locator('circle.done')
		.evaluate((done) => done.setAttribute('stroke-dasharray', '300 400'));
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

test('nothing moves for those who asked for that', async () => {
	const { page } = person;
	for (const reducedMotion of ['no-preference', 'reduce'] as const) {
		await page.emulateMedia({ reducedMotion });
		await person.goTo(`/?tanggal=${yesterday()}`);
		await growRing(page);
		const moves = reducedMotion === 'no-preference';
		await expect.poll(async () => (await movedOn(page)).length > 0).toBe(moves);
	}
	for (const path of ['/catat', '/tim', '/riwayat', '/pengiriman', '/pengaturan']) {
		await person.goTo(path);
		await page.getByRole('link', { name: 'Hari ini', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Hari ini' })).toBeVisible();
		expect(await movedOn(page)).toEqual([]);
		expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
	}
});
