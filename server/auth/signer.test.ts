/** Contact tokens, receipts and sessions as the server hands them out and takes them back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aMutationId, BUDI, NOW, SITI } from '#tests/support/factories.ts';
import { newSessionId, sessionBeganAt, sessionName } from './session.ts';
import { createSigner } from './signer.ts';

const DEVICE = 'device000001';
const signer = createSigner(Buffer.alloc(32, 7));
const stranger = createSigner(Buffer.alloc(32, 8));

/** The token with one character replaced by another of the alphabet. */
function damaged(token: string, index: number): string {
	const at = index % token.length;
	return token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1);
}

describe('a contact token', () => {
	const subject = { person: SITI, deviceId: DEVICE };
	const token = signer.issueContact({ ...subject, at: NOW });

	test('I12: tells when the contact was, to every server with the secret', () => {
		const other = createSigner(Buffer.alloc(32, 7));
		expect(other.readContact(token, subject)).toEqual({ at: NOW, deviceId: DEVICE });
	});

	test.each([
		['of another person', token, { ...subject, person: BUDI }],
		['of another device', token, { ...subject, deviceId: 'device000002' }],
		['of a stranger', stranger.issueContact({ ...subject, at: NOW }), subject],
		['with an older time', token.replace(/^[^.]+/, (NOW - 1).toString(36)), subject],
		['that is a session', signer.issueSession(SITI, { id: token, epoch: 0 }), subject],
		['without signature', token.replace(/\..*/, '.'), subject],
		['that is none', '', subject]
	])('I12: one %s tells nothing', (_name, given, of) => {
		expect(signer.readContact(given, of)).toBeUndefined();
	});

	test('I12: one carried to another device of the person names the device it was given to', () => {
		const other = { ...subject, deviceId: 'device000002' };
		expect(signer.readContact(`${token}.${DEVICE}`, other)).toEqual({ at: NOW, deviceId: DEVICE });
		expect(signer.readContact(`${token}.device000003`, other)).toBeUndefined();
		expect(signer.readContact(`${token}.${DEVICE}`, { ...other, person: BUDI })).toBeUndefined();
	});

	test('I12: one with any character changed tells nothing', () => {
		const index = fc.nat(token.length - 1);
		fc.assert(
			fc.property(index, (at) => {
				expect(signer.readContact(damaged(token, at), subject)).toBeUndefined();
			})
		);
	});
});

describe('a receipt', () => {
	const subject = { mutationId: aMutationId(), person: SITI };
	const times = { judgedAt: NOW - 1, receivedAt: NOW, proven: true };
	const receipt = signer.signReceipt({ ...subject, ...times });

	test('is honoured for its mutation and its person', () => {
		expect(receipt).toEqual({ ...times, signature: receipt.signature });
		expect(signer.isOwnReceipt(receipt, subject)).toBe(true);
	});

	test.each([
		['of another mutation', receipt, { ...subject, mutationId: aMutationId() }],
		['of another person', receipt, { ...subject, person: BUDI }],
		['judged at another time', { ...receipt, judgedAt: NOW - 2 }, subject],
		['received at another time', { ...receipt, receivedAt: NOW - 1 }, subject],
		['made proven', { ...receipt, proven: false }, subject],
		['of a stranger', stranger.signReceipt({ ...subject, ...times }), subject],
		['without signature', { ...receipt, signature: '' }, subject]
	])('I12: one %s is not', (_name, given, of) => {
		expect(signer.isOwnReceipt(given, of)).toBe(false);
	});
});

describe('a session token', () => {
	const id = newSessionId(NOW, Buffer.alloc(9, 1));
	const token = signer.issueSession(SITI, { id, epoch: 40 });

	test('says which session it is, when it began and of which epoch it is', () => {
		expect(signer.readSession(SITI, token)).toEqual({ id, signedInAt: NOW, epoch: 40 });
		expect(sessionBeganAt(id)).toBe(NOW);
	});

	test('does not name the person', () => {
		expect(token).not.toContain(SITI);
		expect(sessionName(SITI)).not.toContain(SITI);
	});

	test.each([
		['of another person', BUDI, token],
		['of a stranger', SITI, stranger.issueSession(SITI, { id, epoch: 40 })],
		['of a later epoch', SITI, token.replace(/\.14\./, '.15.')],
		['begun later', SITI, token.replace(/^[^.]+/, (NOW + 1).toString(36))],
		['that is a contact token', SITI, signer.issueContact({ person: SITI, deviceId: id, at: 40 })],
		['that is none', SITI, '']
	])('I9: one %s can not be read', (_name, person, given) => {
		expect(signer.readSession(person, given)).toBeUndefined();
	});

	test('I9: one with any character changed can not be read', () => {
		fc.assert(
			fc.property(fc.nat(token.length - 1), (at) => {
				expect(signer.readSession(SITI, damaged(token, at))).toBeUndefined();
			})
		);
	});

	test('each person has a cookie of his own, the same on every server', () => {
		expect(sessionName(SITI)).toBe('ek_6a4cae33fc');
		expect(sessionName(BUDI)).not.toBe(sessionName(SITI));
	});

	test('two sessions begun at once have ids of their own', () => {
		expect(newSessionId(NOW, Buffer.alloc(9, 2))).not.toBe(id);
	});
});
