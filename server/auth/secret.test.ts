import { expect, test } from 'vitest';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { loadSecret } from './secret.ts';

test('a secret is made once, long enough, and stays', async () => {
	const accounts = memoryDatabase();
	const made = await loadSecret(accounts);
	expect(made.length).toBe(32);
	expect(await loadSecret(accounts.attach())).toEqual(made);
});

test('two installations have two secrets', async () => {
	expect(await loadSecret(memoryDatabase())).not.toEqual(await loadSecret(memoryDatabase()));
});

test('two processes that start at once use the same', async () => {
	const accounts = memoryDatabase();
	const [one, other] = await Promise.all([loadSecret(accounts), loadSecret(accounts.attach())]);
	expect(one).toEqual(other);
});

test('a secret that is damaged stops the start instead of being replaced', async () => {
	const accounts = memoryDatabase();
	const damaged = { _id: 'secret:1', schema: 1, value: 'short' };
	await accounts.write([damaged]);
	await expect(loadSecret(accounts)).rejects.toThrow();
	expect((await accounts.read(['secret:1'])).get('secret:1')).toMatchObject({ value: 'short' });
});
