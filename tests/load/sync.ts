/**
 * `bench -- sync`: what one delivery, a look for news and a first load cost on the line. The bodies as
 * they travel, both ways; headers, as Chromium on Android sends them, beside. With COUCHDB_URL, PouchDB
 * replicates the same documents in the same run.
 */
import { type WorkDocument } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { seededRandom } from '#tests/support/random.ts';
import { fill } from './fill.ts';
import { pastEntries } from './history.ts';
import { nipOf, numbers, TEAM } from './office.ts';
import { recordEntries, simulatePerson, type SimulatedPerson } from './person.ts';
import { createPlace, type Place } from './place.ts';
import { measurePouch } from './pouch.ts';
import { type BenchServer, startServerProcess } from './server-process.ts';
import { NO_TRAFFIC } from './socket-fetch.ts';

export type SyncOptions = {
	readonly couchUrl: string | undefined;
	readonly say: (line: string) => void;
};

const NEW_ENTRIES = 5;
const PAST_ENTRIES = 98;
const SUPERVISOR = 0;
const EMPLOYEE = 1;
const PEOPLE = TEAM + 1;

export async function measureSync({
	couchUrl,
	say
}: SyncOptions): Promise<Record<string, unknown>> {
	const place = await createPlace(couchUrl);
	try {
		const past = numbers(PEOPLE)
			.filter((index) => index !== SUPERVISOR)
			.flatMap((index) => {
				const author = { nip: nipOf(index), supervisor: nipOf(SUPERVISOR) };
				return pastEntries(author, PAST_ENTRIES, seededRandom(index));
			});
		const signer = await fill(place, PEOPLE, past);
		const server = await startServerProcess(place);
		const employee = simulatePerson(server.origin, signer, EMPLOYEE);
		const supervisor = simulatePerson(server.origin, signer, SUPERVISOR);

		const firstLoad = await costOf(server, supervisor);
		const documents = supervisor.device.revisions.size;
		const idleSupervisor = await costOf(server, supervisor);
		await costOf(server, employee);
		recordEntries(employee.device, EMPLOYEE, NEW_ENTRIES);
		const deliver = await costOf(server, employee);
		if (employee.device.acked.length !== NEW_ENTRIES) throw new Error('not all were delivered');
		const idle = await costOf(server, employee);

		employee.line.close();
		supervisor.line.close();
		await server.stop();
		say(`a supervisor of ${TEAM} holds ${documents} documents; database: ${place.kind}`);
		const figures = { deliver, idle, idleSupervisor, firstLoad: { documents, ...firstLoad } };
		if (couchUrl === undefined) return figures;
		const held = await heldDocuments(place, { employee, supervisor });
		return { ...figures, pouchdb: await measurePouch({ couchUrl, place, ...held }) };
	} finally {
		await place.remove();
	}
}

type Both = { readonly employee: SimulatedPerson; readonly supervisor: SimulatedPerson };

/** The same documents that the two devices hold, for PouchDB. */
async function heldDocuments(place: Place, { employee, supervisor }: Both) {
	const { work, accounts } = await place.open();
	const all = await work.withPrefix('');
	await Promise.all([work.close(), accounts.close()]);
	const acked = new Set(employee.device.acked);
	const isNew = (document: WorkDocument) =>
		'history' in document && (document as Entry).history.some(({ id }) => acked.has(id));
	const own = all.filter(({ _id }) => employee.device.revisions.has(_id));
	return {
		many: all.filter(({ _id }) => supervisor.device.revisions.has(_id)),
		own: own.filter((document) => !isNew(document)),
		recorded: own.filter(isNew)
	};
}

/** One sync to its end. */
async function costOf(server: BenchServer, { device, line }: SimulatedPerson) {
	Object.assign(line.traffic, NO_TRAFFIC);
	const before = await databaseRequests(server);
	await device.sync();
	const after = await databaseRequests(server);
	const { requests, bytesUp, bytesDown, headerBytes } = line.traffic;
	return {
		requests,
		bytes: bytesUp + bytesDown,
		headerBytes,
		databaseReads: after.work - before.work,
		accountsRequests: after.accounts - before.accounts
	};
}

/** Requests of every kind so far, to the work documents and to the accounts. */
async function databaseRequests(server: BenchServer) {
	const { series } = await server.metric('database_requests_total');
	const sumOf = (database: string) =>
		[...series]
			.filter(([labels]) => labels.includes(`database="${database}"`))
			.reduce((sum, [, count]) => sum + count, 0);
	return { work: sumOf('work'), accounts: sumOf('accounts') };
}
