import { expect, test } from 'vitest';
import { type Nip } from '#lib/domain/nip.ts';
import { accountId, newAccount, ROLES } from '#server/auth/account.ts';
import { memoryDatabase } from '#tests/support/memory-database.ts';
import { runAccount } from './account-command.ts';

const SITI = '198609262015052001' as Nip;

async function place() {
	const [work, accounts] = [memoryDatabase(), memoryDatabase()];
	await accounts.write([newAccount(SITI, { hash: 'start:lama', startCode: true })]);
	const stores = { work, accounts, close: () => Promise.resolve() };
	const run = async (...args: string[]) => {
		const said: string[] = [];
		const isDone = await runAccount({ stores, args, say: (line) => said.push(line) });
		return { isDone, said: said.join('\n') };
	};
	const stored = async () => (await accounts.read([accountId(SITI)])).get(accountId(SITI));
	return { run, stored };
}

test.each(ROLES)('the role %s is noted', async (role) => {
	const { run, stored } = await place();
	expect(await run('role', SITI, role)).toEqual({
		isDone: true,
		said: `${SITI}: peran sekarang ${role}.`
	});
	expect(await stored()).toMatchObject({ role });
});

test.each(['admin', 'Employee', 'employee ', 'constructor'])(
	'the role "%s" is refused with the names of the others',
	async (role) => {
		const { run, stored } = await place();
		const before = await stored();
		expect(await run('role', SITI, role)).toEqual({
			isDone: false,
			said: `Peran ${role} tidak dikenal; yang dikenal: employee, performance-officer, hr-officer, unit-admin, region-admin.`
		});
		expect(await stored()).toEqual(before);
	}
);

test('what to type is told where it is not known what is wanted', async () => {
	const { run } = await place();
	for (const args of [[], ['role', SITI], ['role', '123', 'employee'], ['hapus', SITI]]) {
		const { isDone, said } = await run(...args);
		expect({ args, isDone }).toEqual({ args, isDone: false });
		expect(said).toContain('npm run account -- reset NIP');
	}
});
