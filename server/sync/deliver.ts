/**
 * Judges the mutations of one request, in their order, and has them committed. Whatever one of them
 * is like, the others get their answer (I6).
 */
import { apply } from '#lib/domain/apply.ts';
import { type EntryKey, isNewer, parseEntryId, type WorkDocument } from '#lib/domain/document.ts';
import { Entry, hasMutation } from '#lib/domain/entry.ts';
import { type Directory, factsFor, trustDaysOf } from '#lib/domain/facts.ts';
import { type Judged, judgeTime } from '#lib/domain/judged-time.ts';
import { Mutation } from '#lib/domain/mutation.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type RefusalType } from '#lib/domain/refusal.ts';
import { type Delivery, type MutationResult, type SyncRequest } from '#lib/protocol/sync.ts';
import { type Signer } from '#server/auth/signer.ts';
import { DatabaseUnavailable } from '#server/db/database.ts';
import { type Change, type Committed, type Committer } from './committer.ts';

export type DeliverParts = {
	readonly committer: Committer;
	readonly directory: Directory;
	readonly signer: Signer;
	/** Told of what kept one mutation from being judged; the others got their answer. */
	readonly onError: (error: unknown) => void;
};

export type Delivered = {
	readonly results: MutationResult[];
	/** The committed document of every mutation, as it stands after its commit. */
	readonly documents: WorkDocument[];
};

const BASE_REFUSALS: ReadonlySet<RefusalType> = new Set(['document-missing', 'version-moved']);

type Received = { readonly actor: Nip; readonly deviceId: string; readonly at: number };

/** What was found out about one delivery before its document is looked at. */
type Judgement = {
	readonly mutation: Mutation;
	readonly key: EntryKey;
	readonly judged: Judged;
	readonly contactAt: number | undefined;
	readonly receivedAt: number;
	readonly hasReceipt: boolean;
};

export async function deliver(
	parts: DeliverParts,
	request: SyncRequest,
	receivedAt: number
): Promise<Delivered> {
	const received = { actor: request.person, deviceId: request.deviceId, at: receivedAt };
	const contacts = (request.contacts ?? []).map((token) =>
		parts.signer.readContact(token, request)
	);
	/** Judged time of the last proven mutation of each device: a file brings those of another one. */
	const previous = new Map<string, number>();

	const answers = (request.mutations ?? []).map((delivery) => {
		const mutation = Mutation.safeParse(delivery);
		const key = mutation.success ? parseEntryId(mutation.data.documentId) : undefined;
		if (!mutation.success || !key) return Promise.resolve(unreadable(delivery, mutation.error));
		const contact = delivery.contact === undefined ? undefined : contacts[delivery.contact];
		const device = contact?.deviceId ?? request.deviceId;
		const previousAt = previous.get(device) ?? 0;
		const judgement = judge(parts, received, {
			delivery,
			mutation: mutation.data,
			key,
			contactAt: contact?.at,
			previousAt
		});
		const { at, proven } = judgement.judged;
		if (proven) previous.set(device, Math.max(previousAt, at));
		return commitOne(parts, received, judgement);
	});

	const committed = await Promise.all(answers);
	return {
		results: committed.map(({ answer }) => answer),
		documents: committed
			.map(({ document }) => document)
			.filter((document) => document !== undefined)
	};
}

type Case = {
	readonly delivery: Delivery;
	readonly mutation: Mutation;
	readonly key: EntryKey;
	readonly contactAt: number | undefined;
	readonly previousAt: number;
};

/** The time that counts (I12); a receipt this server signed earlier stands as it is. */
function judge(parts: DeliverParts, received: Received, one: Case): Judgement {
	const { mutation, key, contactAt } = one;
	const receipt = one.delivery.receipt;
	if (
		receipt &&
		parts.signer.isOwnReceipt(receipt, { mutationId: mutation.id, person: received.actor })
	) {
		const judged = { at: receipt.judgedAt, proven: receipt.proven };
		return { mutation, key, judged, contactAt, receivedAt: receipt.receivedAt, hasReceipt: true };
	}
	const claim = {
		recordedAt: mutation.recordedAt,
		clockJumped: mutation.clockJumped ?? false,
		contactAt,
		previousAt: one.previousAt,
		receivedAt: received.at
	};
	const trustDays = trustDaysOf(parts.directory, { ...received, contactAt });
	const judged = judgeTime(claim, trustDays);
	return { mutation, key, judged, contactAt, receivedAt: received.at, hasReceipt: false };
}

async function commitOne(
	parts: DeliverParts,
	received: Received,
	judgement: Judgement
): Promise<Committed<MutationResult>> {
	const { id, documentId, base } = judgement.mutation;
	try {
		return await parts.committer.commit(
			documentId,
			(document) => change(parts, received, { ...judgement, document }),
			{ isNew: base === null }
		);
	} catch (error) {
		if (error instanceof DatabaseUnavailable) throw error;
		// A damaged document must not hold up everything else this person has to deliver (I6).
		parts.onError(error);
		return { answer: { id, outcome: 'deferred' }, document: undefined };
	}
}

function change(
	parts: DeliverParts,
	{ actor }: Received,
	{
		mutation,
		key,
		judged,
		contactAt,
		receivedAt,
		hasReceipt,
		document
	}: Judgement & { document: WorkDocument | undefined }
): Change<MutationResult> {
	const { id } = mutation;
	const entry = document && Entry.safeParse(document);
	// Not ours to judge yet: a newer program's document, or one that must be repaired first.
	if ((document && isNewer(document)) || entry?.success === false) {
		return { answer: { id, outcome: 'deferred' } };
	}
	if (hasMutation(entry?.data, id)) {
		return {
			answer: {
				id,
				outcome: 'already-applied',
				...receiptOf(parts, actor, { id, entry: entry?.data })
			}
		};
	}
	const facts = factsFor(parts.directory, {
		actor,
		owner: key.nip,
		date: key.date,
		judged,
		contactAt,
		receivedAt
	});
	const applied = apply(entry?.data, mutation, facts);
	if (applied.ok) {
		const receipt = receiptOf(parts, actor, { id, entry: applied.value });
		return { write: applied.value, answer: { id, outcome: 'applied', ...receipt } };
	}
	// After a restore the author's device may bring the version it was made on back a little later.
	const isBaseLost = mutation.base !== null && !hasMutation(entry?.data, mutation.base);
	if (hasReceipt && isBaseLost && BASE_REFUSALS.has(applied.error.type)) {
		return { answer: { id, outcome: 'deferred' } };
	}
	return { answer: { id, outcome: 'refused', refusal: applied.error } };
}

function receiptOf(
	{ signer }: DeliverParts,
	person: Nip,
	{ id, entry }: { id: string; entry: Entry | undefined }
): Pick<MutationResult, 'receipt'> {
	const item = entry?.history.find((each) => each.id === id);
	if (!item || item.receivedAt === null || item.by !== person) return {};
	const { judgedAt, receivedAt, unproven } = item;
	return {
		receipt: signer.signReceipt({ mutationId: id, person, judgedAt, receivedAt, proven: !unproven })
	};
}

type ParseError =
	{ readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;

function unreadable({ id }: Delivery, error: ParseError): Committed<MutationResult> {
	const paths = error?.issues.map(({ path }) => path.map(String).join('.')) ?? ['documentId'];
	const refusal = { type: 'malformed', paths } as const;
	return { answer: { id, outcome: 'refused', refusal }, document: undefined };
}
