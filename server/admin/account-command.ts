/** `npm run account -- reset|disable|enable|role NIP [ROLE]`: what an administrator does to one account. */
import { Nip } from '#lib/domain/nip.ts';
import { type Account, isRole, ROLES } from '#server/auth/account.ts';
import { updateAccount } from '#server/auth/accounts.ts';
import { type Stores } from './door-client.ts';
import { loadSigner, newStartCode } from './start-codes.ts';

const USAGE = [
	'npm run account -- reset NIP        kode awal baru; semua sesi berakhir',
	'npm run account -- disable NIP      akun dinonaktifkan; semua sesi berakhir',
	'npm run account -- enable NIP       akun diaktifkan lagi',
	'npm run account -- role NIP PERAN   peran dicatat; belum mengubah apa pun yang boleh dilakukan',
	`                                    PERAN: ${ROLES.join(', ')}`
];

export type AccountParts = {
	readonly stores: Stores;
	readonly args: readonly string[];
	readonly say: (line: string) => void;
};

/** An end to every session the account has. */
const withoutSessions = (account: Account): Account => ({
	...account,
	epoch: account.epoch + 1,
	revoked: []
});

/** Whether it was done. What can't be done is said, and changes nothing. Safe to repeat. */
export async function runAccount({ stores, args, say }: AccountParts): Promise<boolean> {
	const [action = '', text = '', role = ''] = args;
	const nip = Nip.safeParse(text.replace(/[\s.-]/g, ''));
	if (nip.success && action === 'role' && role !== '' && !isRole(role)) {
		say(`Peran ${role} tidak dikenal; yang dikenal: ${ROLES.join(', ')}.`);
		return false;
	}
	const change = nip.success ? await changeOf(stores, { action, nip: nip.data, role }) : undefined;
	if (!nip.success || !change) {
		for (const line of USAGE) say(line);
		return false;
	}
	const done = await updateAccount(stores.accounts, nip.data, change.apply);
	say(done ? `${nip.data}: ${change.said}` : `${nip.data}: akun ini tidak ada.`);
	return done !== undefined;
}

type Asked = { readonly action: string; readonly nip: Nip; readonly role: string };
type AccountChange = { readonly apply: (account: Account) => Account; readonly said: string };

async function changeOf(
	{ accounts }: Stores,
	{ action, nip, role }: Asked
): Promise<AccountChange | undefined> {
	switch (action) {
		case 'reset': {
			const code = newStartCode();
			const hash = (await loadSigner(accounts)).sealStartCode(nip, code);
			return {
				apply: (account) => ({ ...withoutSessions(account), hash, startCode: true }),
				said: `kode awal baru ${code}; semua sesi berakhir.`
			};
		}
		case 'disable':
			return {
				apply: (account) => ({ ...withoutSessions(account), disabled: true }),
				said: 'akun dinonaktifkan; semua sesi berakhir.'
			};
		case 'enable':
			return {
				apply: (account) => ({ ...account, disabled: false }),
				said: 'akun diaktifkan lagi.'
			};
		case 'role':
			if (!isRole(role)) return undefined;
			return { apply: (account) => ({ ...account, role }), said: `peran sekarang ${role}.` };
		default:
			return undefined;
	}
}
