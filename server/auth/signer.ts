/** All signatures of this server in one hand: contact tokens, receipts, sessions, start codes. */
import { type Nip } from '#lib/domain/nip.ts';
import { type Receipt } from '#lib/protocol/sync.ts';
import { type Contact, type ContactSubject, issueContact, readContact } from './contact.ts';
import { createMac } from './mac.ts';
import { type ReceiptSubject, type ReceiptTimes, signReceipt, isOwnReceipt } from './receipt.ts';
import { issueSession, readSession, type SessionToken } from './session.ts';
import { isStartCode, sealStartCode } from './start-code.ts';

export interface Signer {
	/** See {@link issueContact}. */
	issueContact(subject: ContactSubject & { readonly at: number }): string;
	/** See {@link readContact}. */
	readContact(token: string, subject: ContactSubject): Contact | undefined;
	/** See {@link signReceipt}. */
	signReceipt(receipt: ReceiptSubject & ReceiptTimes): Receipt;
	/** See {@link isOwnReceipt}. */
	isOwnReceipt(receipt: Receipt, subject: ReceiptSubject): boolean;
	/** See {@link issueSession}. */
	issueSession(person: Nip, session: Pick<SessionToken, 'id' | 'epoch'>): string;
	/** See {@link readSession}. */
	readSession(person: Nip, token: string): SessionToken | undefined;
	/** See {@link sealStartCode}. */
	sealStartCode(person: Nip, code: string): string;
	/** See {@link isStartCode}. */
	isStartCode(person: Nip, given: { readonly code: string; readonly seal: string }): boolean;
}

export function createSigner(secret: Buffer): Signer {
	const contact = createMac(secret, 'contact');
	const receipt = createMac(secret, 'receipt');
	const session = createMac(secret, 'session');
	const startCode = createMac(secret, 'start-code');
	return {
		issueContact: (subject) => issueContact(contact, subject),
		readContact: (token, subject) => readContact(contact, token, subject),
		signReceipt: (given) => signReceipt(receipt, given),
		isOwnReceipt: (given, subject) => isOwnReceipt(receipt, given, subject),
		issueSession: (person, given) => issueSession(session, person, given),
		readSession: (person, token) => readSession(session, person, token),
		sealStartCode: (person, code) => sealStartCode(startCode, person, code),
		isStartCode: (person, given) => isStartCode(startCode, person, given)
	};
}
