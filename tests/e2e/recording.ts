/** What a person does on the screen *Catat*. */
import { expect, type Page } from '@playwright/test';
import { type Person } from './person.ts';

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
	await page.getByRole('button', { name: 'Simpan', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kemarin' })).toBeVisible();
}

type Work = { readonly name: string; readonly span: readonly [string, string] };

/** The same in the person's language, as far as it is typed. */
export async function fillIn({ page, words }: Person, { name, span }: Work): Promise<void> {
	const { form } = words;
	await page.getByRole('button', { name: form.yesterday, exact: true }).click();
	await page.getByLabel(form.search).fill(name);
	await page.getByLabel(form.start).fill(span[0]);
	await page.getByLabel(form.end).fill(span[1]);
}

export async function record(person: Person, work: Work): Promise<void> {
	const { page, words } = person;
	await person.goTo('/catat');
	await fillIn(person, work);
	await page.getByRole('button', { name: words.form.save, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: words.today.yesterday })).toBeVisible();
}
