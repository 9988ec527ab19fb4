import { expect, test } from 'vitest';
import { messages } from '#lib/ui/messages/messages.ts';
import { placesOf, waitingWords } from './places.ts';

const pathsOf = (...known: Parameters<typeof placesOf>) =>
	placesOf(...known).map(({ path }) => path);

test('Tim is a place only for who has somebody to review', () => {
	const team = { hasTeam: true, waiting: 0 };
	expect(pathsOf({ attention: 0, team })).toContain('/tim');
	expect(pathsOf({ attention: 0, team: { ...team, hasTeam: false } })).not.toContain('/tim');
	expect(pathsOf({ attention: 0, team: undefined })).not.toContain('/tim');
});

test('what waits is said in the order of the places, and only where something does', () => {
	const places = placesOf({ attention: 2, team: { hasTeam: true, waiting: 3 } });
	expect(waitingWords(places)).toEqual([messages.team.queueCount(3), messages.frame.navCount(2)]);
	expect(waitingWords(placesOf({ attention: 0, team: undefined }))).toEqual([]);
});
