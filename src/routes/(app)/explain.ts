/** Why a change was not taken, by the rules or by the device's storage, for a person. */
import { type MutateRefused } from '#lib/db/mutate.ts';
import { type Zone } from '#lib/domain/day.ts';
import { type Explained, explainRefusal, messages } from '#lib/ui/messages/messages.ts';

export function explain(refused: MutateRefused, zone: Zone): Explained {
	if (refused.type === 'storage-full' || refused.type === 'storage-failed') {
		return messages.storage[refused.type];
	}
	return explainRefusal(refused, zone);
}
