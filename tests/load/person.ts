/** One simulated person: a device in memory, a session made with the server's own key, a line of its own. */
import { newUlid } from '#lib/domain/ulid.ts';
import { createSleep } from '#lib/sync/deadline.ts';
import { createTransport } from '#lib/sync/transport.ts';
import { type Signer } from '#server/auth/signer.ts';
import { seededRandom } from '#tests/support/random.ts';
import { cookieOf } from './fill.ts';
import { MemoryDevice } from './memory-device.ts';
import { newEntry, nipOf, numbers } from './office.ts';
import { tools } from './place.ts';
import { createSocketFetch, type SocketFetch } from './socket-fetch.ts';

export type SimulatedPerson = { readonly device: MemoryDevice; readonly line: SocketFetch };

/** The sign-in under which the entries are recorded. */
const SIGNED_IN_BEFORE_MS = 2 * 3_600_000;

const sleep = createSleep({ setTimeout, clearTimeout });

export function simulatePerson(origin: string, signer: Signer, index: number): SimulatedPerson {
	const nip = nipOf(index);
	const random = seededRandom(index + 1);
	const deviceId = newUlid(0, random).slice(-16);
	const line = createSocketFetch(origin, cookieOf(signer, nip));
	const transport = createTransport({
		fetch: line.fetch,
		sleep,
		monotonicNow: () => performance.now(),
		origin
	});
	const at = tools.now() - SIGNED_IN_BEFORE_MS;
	const contact = signer.issueContact({ person: nip, deviceId, at });
	const newId = () => newUlid(tools.now(), random);
	const parts = { nip, deviceId, contact, transport, newId, random, sleep: tools.sleep };
	return { device: new MemoryDevice(parts), line };
}

/** Types `count` entries of yesterday into the device; person number `index` types other words than the next. */
export function recordEntries(device: MemoryDevice, index: number, count: number): void {
	const now = tools.now();
	const random = seededRandom(100_000 + index);
	for (const number of numbers(count)) {
		const id = newUlid(now, random);
		const entry = newEntry({ nip: device.nip, ulid: id, random }, number, now);
		device.record({ kind: 'entry.submit', id, base: null, seq: number + 1, ...entry });
	}
}
