/** Receipts: the server's word on when a mutation counted, signed so that it outlives a restore. */
import { type Nip } from '#lib/domain/nip.ts';
import { type Receipt } from '#lib/protocol/sync.ts';
import { type Mac, sameMac } from './mac.ts';

export type ReceiptSubject = { readonly mutationId: string; readonly person: Nip };
export type ReceiptTimes = Omit<Receipt, 'signature'>;

export function signReceipt(mac: Mac, { ...receipt }: ReceiptSubject & ReceiptTimes): Receipt {
	const { judgedAt, receivedAt, proven } = receipt;
	return { judgedAt, receivedAt, proven, signature: signatureOf(mac, receipt) };
}

/** Whether this server, or another one with its secret, gave this receipt for this mutation of this person. */
export function isOwnReceipt(mac: Mac, receipt: Receipt, subject: ReceiptSubject): boolean {
	return sameMac(receipt.signature, signatureOf(mac, { ...receipt, ...subject }));
}

function signatureOf(mac: Mac, receipt: ReceiptSubject & ReceiptTimes): string {
	const { mutationId, person, judgedAt, receivedAt, proven } = receipt;
	return mac(mutationId, person, judgedAt, receivedAt, proven);
}
