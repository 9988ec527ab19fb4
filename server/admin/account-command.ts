/** `npm run account -- reset|disable|enable|role NIP [ROLE]`: what an administrator does to one account. */
import { personId } from '#lib/domain/document.ts';
import { Nip } from '#lib/domain/nip.ts';
import { Person } from '#lib/domain/organisation.ts';
import { type Account, accountId, isRole, ROLES } from '#server/auth/account.ts';
import { updateAccount } from '#server/auth/accounts.ts';
import { type Stores } from './door-client.ts';
import {
	ABOUT_CODES,
	codesPath,
	loadSigner,
	newStartCode,
	writeStartCodes
} from './start-codes.ts';

const USAGE = [
	'npm run account -- reset NIP        kode awal baru, di dalam berkas; semua sesi berakhir',
	'                                    kode berlaku sampai diganti dengan kata sandi sendiri',
	'npm run account -- disable NIP      akun dinonaktifkan; semua sesi berakhir',
	'npm run account -- enable NIP       akun diaktifkan lagi',
	'npm run account -- role NIP PERAN   peran dicatat; belum mengubah apa pun yang boleh dilakukan',
	`                                    PERAN: ${ROLES.join(', ')}`
];

export type AccountParts = {
	readonly stores: Stores;
	readonly args: readonly string[];
	/** Where a new start code goes. */
	readonly codesDirectory: string;
	readonly now: () => number;
	readonly say: (line: string) => void;
};

/** An end to every session the account has. */
const withoutSessions = (account: Account): Account => ({
	...account,
	epoch: account.epoch + 1,
	revoked: []
});

/** Whether it was done. What can't be done is said, and changes nothing. Safe to repeat. */
export async function runAccount(parts: AccountParts): Promise<boolean> {
	const { stores, args, say } = parts;
	const [action = '', text = '', role = ''] = args;
	const nip = Nip.safeParse(text.replace(/[\s.-]/g, ''));
	if (nip.success && action === 'role' && role !== '' && !isRole(role)) {
		say(`Peran ${role} tidak dikenal; yang dikenal: ${ROLES.join(', ')}.`);
		return false;
	}
	if (!nip.success || !isAction(action, role)) {
		for (const line of USAGE) say(line);
		return false;
	}
	const id = accountId(nip.data);
	const isThere = (await stores.accounts.read([id])).has(id);
	const change = isThere && (await changeOf(parts, { action, nip: nip.data, role }));
	const done = change && (await updateAccount(stores.accounts, nip.data, change.apply));
	say(done ? `${nip.data}: ${change.said}` : `${nip.data}: akun ini tidak ada.`);
	return Boolean(done);
}

type Action = 'reset' | 'disable' | 'enable' | 'role';
type Asked = { readonly action: Action; readonly nip: Nip; readonly role: string };
type AccountChange = { readonly apply: (account: Account) => Account; readonly said: string };

const isAction = (text: string, role: string): text is Action =>
	['reset', 'disable', 'enable'].includes(text) || (text === 'role' && isRole(role));

async function changeOf(parts: AccountParts, { action, nip, role }: Asked): Promise<AccountChange> {
	switch (action) {
		case 'reset':
			return resetOf(parts, nip);
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
			return { apply: (account) => ({ ...account, role }), said: `peran sekarang ${role}.` };
	}
}

/** The code is in its file before the account has it, and nowhere else: not on the terminal, not in its history. */
async function resetOf(
	{ stores, codesDirectory, now }: AccountParts,
	nip: Nip
): Promise<AccountChange> {
	const code = newStartCode();
	const hash = (await loadSigner(stores.accounts)).sealStartCode(nip, code);
	const card = Person.safeParse((await stores.work.read([personId(nip)])).get(personId(nip)));
	const path = codesPath(codesDirectory, now());
	await writeStartCodes(path, [{ nip, name: card.data?.name ?? '', code }]);
	return {
		apply: (account) => ({ ...withoutSessions(account), hash, startCode: true }),
		said: `kode awal baru: ${path} (${ABOUT_CODES}); semua sesi berakhir.`
	};
}
