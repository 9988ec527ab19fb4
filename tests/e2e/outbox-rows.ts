/** The rows of changes on a device, changed as nobody can change them on the screens. */
import { type Page } from '@playwright/test';

type Change = { readonly row?: object; readonly content?: object };

/** Every row that waits gets these values, and these in its content. */
export async function changeRows(page: Page, nip: string, change: Change): Promise<void> {
	await page.evaluate(
		({ name, row, content }) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onerror = () => reject(new Error('it does not open'));
				opening.onsuccess = () => {
					const db = opening.result;
					const writing = db.transaction('outbox', 'readwrite');
					const rows = writing.objectStore('outbox');
					rows.openCursor().onsuccess = ({ target }) => {
						const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
						if (!cursor) return;
						const { mutation, ...others } = cursor.value as { mutation: { content?: object } };
						const said = { ...mutation, content: { ...mutation.content, ...content } };
						cursor.update({ ...others, ...row, mutation: said });
						cursor.continue();
					};
					writing.oncomplete = () => {
						db.close();
						resolve();
					};
				};
			}),
		{ name: `ekinerja-${nip}`, ...change }
	);
}
