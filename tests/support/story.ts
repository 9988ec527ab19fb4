/** Steps of an entry's story, for `afterStory`: Siti records, Budi reviews. */
import { aContent, type afterStory, aMutation, aMutationOn, BUDI, SITI } from './factories.ts';

type Step = Parameters<typeof afterStory>[0][number];

export const submit: Step = [SITI, () => aMutation('entry.submit')];
export const giveBack: Step = [BUDI, (entry) => aMutationOn(entry, 'review.return')];
export const approve: Step = [BUDI, (entry) => aMutationOn(entry, 'review.approve')];
export const undo: Step = [BUDI, (entry) => aMutationOn(entry, 'review.undo')];
export const correct = (quantity: number): Step => [
	SITI,
	(entry) => aMutationOn(entry, 'entry.submit', { content: aContent({ quantity }) })
];
