/**
 * Writes batches into an embedded database until it is killed, and prints the acknowledged ids of
 * each, one line a batch. Arguments: the data directory, and a name that makes this run's ids unique.
 */
import { openEmbedded } from '#server/db/embedded.ts';

const BATCH_DOCUMENTS = 50;
const [directory = '', run = ''] = process.argv.slice(2);

const db = await openEmbedded(directory, 'work');
for (let batch = 0; ; batch += 1) {
	const documents = Array.from({ length: BATCH_DOCUMENTS }, (_, index) => ({
		_id: `all:crash:${run}-${batch}-${index}`,
		schema: 1,
		text: 'x'.repeat(500)
	}));
	const outcomes = await db.write(documents);
	const acknowledged = outcomes.flatMap((outcome) => (outcome.ok ? [outcome] : []));
	process.stdout.write(`${JSON.stringify(acknowledged)}\n`);
}
