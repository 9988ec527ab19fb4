/** Answers of a server that says what the test wants, for tests of the device alone. */
import { err, ok, type Result } from '#lib/domain/result.ts';
import { type WorkDocument } from '#lib/domain/document.ts';
import { type MutationResult, type SyncRequest, type SyncResponse } from '#lib/protocol/sync.ts';
import { type TransportFailure } from '#lib/sync/failure.ts';
import { type Transport } from '#lib/sync/transport.ts';
import {
	aCalendar,
	aPerson,
	aSupervision,
	aUnit,
	BUDI,
	definitive,
	NOW,
	RATNA,
	SITI,
	someSettings
} from './factories.ts';

type Said = Partial<SyncResponse>;
export type Step =
	Said | { failure: TransportFailure } | ((request: SyncRequest) => Said | Promise<Said>);

export function anAnswer(request: SyncRequest, said: Said = {}): SyncResponse {
	return {
		protocol: 1,
		requestId: request.requestId,
		serverTime: NOW,
		contact: 'newest-contact',
		nextSync: [900_000, 60_000],
		...said
	};
}

/** Answers the first request with the first step and so on; then with nothing new. Keeps what was asked. */
export function scripted(...steps: Step[]): Pick<Transport, 'sync'> & { requests: SyncRequest[] } {
	const requests: SyncRequest[] = [];
	return {
		requests,
		async sync(request): Promise<Result<SyncResponse, TransportFailure>> {
			const step = steps[requests.length] ?? {};
			requests.push(structuredClone(request));
			if ('failure' in step) return err(step.failure);
			return ok(anAnswer(request, typeof step === 'function' ? await step(request) : step));
		}
	};
}

let revisions = 0;

/** A document as the server holds it, under a revision of its own. */
export function asStored<T extends { _id: string; schema: number }>(
	document: T,
	generation = 1
): T & WorkDocument {
	revisions += 1;
	const hash = ((revisions * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0');
	return { ...document, _rev: `${generation}-${hash.repeat(4)}` };
}

export const applied = (id: string, over: Partial<MutationResult> = {}): MutationResult => ({
	id,
	outcome: 'applied',
	receipt: { judgedAt: NOW, receivedAt: NOW, proven: true, signature: 'signed' },
	...over
});

/** Who is who in the office of factories.ts, as documents. */
export const officeDocuments = (): WorkDocument[] =>
	[
		...[SITI, BUDI, RATNA].map((nip) => aPerson(nip)),
		aSupervision(SITI, [definitive(BUDI)]),
		aSupervision(BUDI, [definitive(RATNA)]),
		aUnit(),
		someSettings(),
		aCalendar()
	].map((document) => asStored(document));
