/**
 * The journey by keyboard alone, and what a screen reader hears of it: focus is seen at every stop, each
 * change is spoken, and the screens are read in an order that makes sense.
 */
import { expect, type Page, test } from '@playwright/test';
import { CAST } from '#server/admin/demonstration-office.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { tabTo, typeInto, use } from './keyboard.ts';
import { Person } from './person.ts';

const PASSWORD = 'contoh-2026';
const RETURNED = 'Menjawab surat warga';
const APPROVED = 'Menata rak depan';
const REASON = 'Sebutkan nomor suratnya.';

test.describe.configure({ mode: 'serial' });

let server: ServerProcess;
let employee: Person;
let supervisor: Person;

test.beforeAll(async () => {
	server = await ServerProcess.create('embedded', { BUILD_DIR: 'build' });
	await server.start();
	employee = await Person.at(server.url, CAST.employee.nip);
	supervisor = await Person.at(server.url, CAST.supervisor.nip);
});

test.afterAll(async () => {
	await employee.dispose();
	await supervisor.dispose();
	await server.dispose();
});

const link = (page: Page, name: string | RegExp) =>
	page.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Where screen readers hear of what changed by itself. */
const spoken = (page: Page, words: RegExp) =>
	expect(page.getByRole('status').filter({ hasText: words }).first()).toBeAttached({
		timeout: 60_000
	});

async function signIn({ page, nip }: Person): Promise<void> {
	await typeInto(page, page.getByLabel('NIP'), nip);
	await typeInto(page, page.getByLabel('Kata sandi', { exact: true }), PASSWORD);
	await use(page, button(page, 'Masuk'));
}

async function record(page: Page, name: string, [start, end]: [string, string]): Promise<void> {
	await use(page, link(page, 'Catat'));
	await expect(page.getByRole('heading', { level: 1, name: 'Catat kegiatan' })).toBeFocused();
	await expectFormInOrder(page);
	await use(page, button(page, 'Kemarin'));
	await typeInto(page, page.getByLabel('Cari kegiatan atau tulis sendiri'), name);
	await typeInto(page, page.getByLabel('Jam mulai'), start);
	await typeInto(page, page.getByLabel('Jam selesai'), end);
	await use(page, button(page, 'Simpan'));
	await expect(page.getByRole('heading', { level: 1, name: 'Kemarin' })).toBeFocused();
	await spoken(page, /Tersimpan di perangkat ini/);
}

const expectFormInOrder = (page: Page): Promise<void> =>
	expect(page.getByRole('main')).toMatchAriaSnapshot(`
		- main:
		  - heading "Catat kegiatan" [level=1]
		  - group "Tanggal":
		    - button "Hari ini"
		    - button "Kemarin"
		    - button "Tanggal lain"
		  - group "Kegiatan":
		    - textbox "Cari kegiatan atau tulis sendiri"
		  - textbox "Jam mulai"
		  - textbox "Jam selesai"
		  - textbox "Jumlah hasil"
		  - textbox "Satuan"
		  - textbox "Menit efektif"
		  - textbox "Uraian (tidak wajib)"
		  - button "Simpan"
		  - button "Simpan dan catat lagi"
	`);

test('an employee signs in', async () => {
	await employee.openBrowser();
	const { page } = employee;
	await employee.goTo('/');
	await expect(page.getByLabel('NIP')).toBeVisible();
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
		- main:
		  - heading "Masuk" [level=1]
		  - alert
		  - text: NIP
		  - paragraph: 18 angka. Boleh memakai spasi.
		  - textbox "NIP"
		  - text: Kata sandi
		  - textbox "Kata sandi"
		  - button "Lihat kata sandi"
		  - button "Masuk"
	`);
	await signIn(employee);
	await employee.settles();
});

test('he records two activities without a line, and hears that they are kept and then sent', async () => {
	const { page } = employee;
	await employee.loseSignal();
	await record(page, APPROVED, ['0800', '0830']);
	await record(page, RETURNED, ['0900', '0930']);
	await spoken(page, /2 kegiatan tersimpan di perangkat ini/);
	await employee.findSignal();
	await employee.seesAllSent();
	await spoken(page, /Semua terkirim/);
});

test('he looks at the delivery and opens an entry', async () => {
	const { page } = employee;
	await use(page, page.getByRole('region', { name: 'Pengiriman' }).getByRole('link'));
	await expect(page.getByRole('heading', { level: 1, name: 'Pengiriman' })).toBeFocused();
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
		- main:
		  - heading "Pengiriman" [level=1]
		  - region "Keadaan sekarang":
		    - heading "Keadaan sekarang" [level=2]
		    - paragraph: /Semua terkirim/
		    - button "Kirim sekarang"
		  - region "Menunggu dikirim":
		    - heading "Menunggu dikirim" [level=2]
		    - paragraph: Tidak ada yang menunggu.
		  - region "Sampai hari ini"
		  - region "Ruang simpan"
	`);
	await use(page, link(page, 'Hari ini'));
	// The last that comes; until then what follows is still moving.
	await expect(page.getByText(/Diperiksa oleh/)).toBeVisible();
	await use(page, link(page, 'Hari sebelumnya'));
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
		- main:
		  - link "Hari sebelumnya"
		  - heading "Kemarin" [level=1]
		  - link "Kembali ke hari ini"
		  - link "Hari berikutnya"
		  - link /Catat kegiatan/
		  - region "Kegiatan":
		    - heading "Kegiatan" [level=2]
		    - list:
		      - listitem:
		        - link /${APPROVED}/
		      - listitem:
		        - link /${RETURNED}/
		  - paragraph: /Diperiksa oleh/
	`);
	await use(page, link(page, new RegExp(RETURNED)));
	await expect(page.getByRole('heading', { level: 1, name: RETURNED })).toBeFocused();
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
		- main:
		  - link "Kembali"
		  - heading "${RETURNED}" [level=1]
		  - paragraph
		  - link "Ubah"
		  - region "Isi":
		    - term: Jam
		    - definition: 09.00–09.30
		    - term: Hasil
		    - term: Menit efektif
		  - region "Tanda terima":
		    - paragraph: /dicatat .+, diterima server .+ WITA/
		  - region "Riwayat (1)":
		    - list:
		      - listitem:
		        - paragraph: /Dicatat oleh/
	`);
});

test('the supervisor approves one and returns the other with a reason', async () => {
	await supervisor.openBrowser();
	const { page } = supervisor;
	await supervisor.goTo('/');
	await signIn(supervisor);
	await supervisor.settles();
	await use(page, link(page, 'Tim'));
	await expect(page.getByRole('heading', { level: 1, name: 'Tim' })).toBeFocused();
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
		- main:
		  - heading "Tim" [level=1]
		  - region /kegiatan menunggu Anda periksa/:
		    - heading [level=2]
		    - region:
		      - heading [level=3]
		      - checkbox /Pilih semua kegiatan/
		      - list:
		        - listitem:
		          - checkbox /${APPROVED}/
		          - link /Buka lengkap/
		        - listitem:
		          - checkbox /${RETURNED}/
		          - link /Buka lengkap/
		  - region "Anggota tim hari ini"
		  - region "Keputusan terakhir Anda"
	`);
	await tabTo(page, page.getByRole('checkbox', { name: APPROVED }));
	await page.keyboard.press('Space');
	await use(page, button(page, 'Setujui'));
	await spoken(page, /disetujui/i);
	await expect(
		page.getByRole('heading', { level: 2, name: /menunggu Anda periksa/ })
	).toBeFocused();

	await tabTo(page, page.getByRole('checkbox', { name: RETURNED }));
	await page.keyboard.press('Space');
	await use(page, button(page, 'Kembalikan'));
	const dialog = page.getByRole('dialog');
	await typeInto(page, dialog.getByLabel('Alasan'), REASON);
	await use(page, dialog.getByRole('button', { name: 'Kembalikan', exact: true }));
	await expect(dialog).toHaveCount(0);
	await spoken(page, /dikembalikan/i);
	await supervisor.seesAllSent();
});

test('the employee hears that work came back, and finds it', async () => {
	const { page } = employee;
	await use(page, page.getByRole('region', { name: 'Pengiriman' }).getByRole('link'));
	await use(page, button(page, 'Kirim sekarang'));
	await spoken(page, /Ada kabar baru: \d+ perlu ditangani/);
	await use(page, link(page, /^Perlu perhatian/));
	await expect(page.getByRole('heading', { level: 1, name: 'Perlu perhatian' })).toBeFocused();
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
		- main:
		  - heading "Perlu perhatian" [level=1]
		  - region "Dikembalikan untuk diperbaiki":
		    - article "${RETURNED}":
		      - paragraph
		      - heading "${RETURNED}" [level=3]
		      - paragraph: /Dikembalikan/
		      - blockquote: ${REASON}
		      - link /Perbaiki/
		      - link "Buka kegiatan"
	`);
});

test('he signs out', async () => {
	const { page } = employee;
	await use(page, page.getByRole('button', { name: /^Akun/ }));
	const dialog = page.getByRole('dialog');
	await use(page, dialog.getByRole('button', { name: 'Keluar' }));
	await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
});
