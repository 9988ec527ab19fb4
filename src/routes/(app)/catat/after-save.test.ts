import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/day.ts';
import { entryId } from '#lib/domain/document.ts';
import { asStored, scripted } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import { aMutationId, anEntry, NOW, SITI, someFacts, TODAY } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { rebuild } from '#lib/db/rebuild.ts';
import { nextEmptyDay } from './after-save.ts';

const MONDAY = addDays(TODAY, -1);
/** The window of four days reaches from Tuesday back to Friday. */
const FRIDAY = addDays(TODAY, -4);

async function nextAfter(date: string, ...recordedOn: string[]) {
	const device = createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(4)
	});
	const entries = recordedOn.map((day) => ({
		...anEntry(),
		_id: entryId(SITI, day, aMutationId())
	}));
	await device.hold(...entries.map((entry) => asStored(entry)));
	const ids = entries.map(({ _id }) => _id);
	await device.db.transaction('rw', device.db.tables, async () => rebuild(device.db, SITI, ids));
	return nextEmptyDay(device.db, { owner: SITI, date }, { facts: someFacts(), now: NOW });
}

test('the empty day that closes first is next, weekends are not', async () => {
	expect(await nextAfter(TODAY)).toBe(FRIDAY);
	expect(await nextAfter(FRIDAY, FRIDAY)).toBe(MONDAY);
});

test('nothing is next when all that can still be filled is filled, or is this very day', async () => {
	expect(await nextAfter(MONDAY, FRIDAY, MONDAY)).toBeUndefined();
	expect(await nextAfter(MONDAY, FRIDAY)).toBeUndefined();
});
