import { expect, test } from 'vitest';
import { scripted } from '#tests/support/answers.ts';
import { createDevice } from '#tests/support/device.ts';
import { NOW, SITI } from '#tests/support/factories.ts';
import { seededRandom } from '#tests/support/random.ts';
import { draftKeys, dropDraft, loadDraft, saveDraft } from './drafts.ts';

const aDevice = () =>
	createDevice({
		nip: SITI,
		deviceId: 'device01',
		transport: scripted(),
		clock: { now: () => NOW },
		random: seededRandom(1)
	});

test('half a sentence is there again after the tab was killed', async () => {
	const device = aDevice();
	const content = { description: 'Rapat koor', startMinute: '7.3', activity: null };
	await saveDraft(device.db, 'entry:new', { content, now: NOW });
	device.restart();
	expect(await loadDraft(device.db, 'entry:new')).toEqual(content);
});

test('the last keystroke counts, and the newest draft comes first', async () => {
	const { db } = aDevice();
	await saveDraft(db, 'a', { content: 'ra', now: 1 });
	await saveDraft(db, 'b', { content: 'x', now: 2 });
	await saveDraft(db, 'a', { content: 'rapat', now: 3 });
	expect(await draftKeys(db)).toEqual(['a', 'b']);
	expect(await loadDraft(db, 'a')).toBe('rapat');
});

test('a dropped draft is gone; dropping it again is harmless', async () => {
	const { db } = aDevice();
	await saveDraft(db, 'a', { content: 'ra', now: 1 });
	await dropDraft(db, 'a');
	await dropDraft(db, 'a');
	expect(await loadDraft(db, 'a')).toBeUndefined();
});
