/** What a person does on the screen *Catat*. */
import { expect, type Page } from '@playwright/test';

/** Work of yesterday, so that it lies in the past at any hour of the day. */
export async function fillActivity(
	page: Page,
	name: string,
	span: [string, string]
): Promise<void> {
	await page.getByRole('button', { name: 'Kemarin', exact: true }).click();
	await page.getByLabel('Cari kegiatan atau tulis sendiri').fill(name);
	await page.getByLabel('Jam mulai').fill(span[0]);
	await page.getByLabel('Jam selesai').fill(span[1]);
}

export async function save(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^(Simpan|Simpan perubahan)$/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kemarin' })).toBeVisible();
}
