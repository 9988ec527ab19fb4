import { type changes as idChanges } from '../id/changes.ts';

export const changes: typeof idChanges = {
	title: 'What changed',
	sinceMine: 'What changed since you returned it',
	sinceReturn: (name) => `What changed since ${name} returned it`,
	yourReason: 'Your reason',
	none: 'The content did not change.',
	unchanged: 'The content did not change since it was returned.',
	fields: (labels) => `Changed since it was returned: ${labels.join(', ')}`,
	from: 'from',
	to: 'to',
	added: 'added:',
	removed: 'removed, before:'
};
