/**
 * `npm run bench -- NAME [options]`: measures, says what it found, and ends with one line of JSON. How
 * to read the figures: docs/benchmarks.md.
 */
import { parseArgs } from 'node:util';
import { measureImport } from './import.ts';
import { measureLighthouse } from './lighthouse.ts';
import { describeMachine } from './machine.ts';
import { measureOpen } from './open.ts';
import { rush } from './rush.ts';
import { measureSave } from './save.ts';
import { measureShell } from './shell.ts';
import { measureSync } from './sync.ts';
import { measureViews } from './views.ts';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		clients: { type: 'string', default: '5201' },
		entries: { type: 'string', default: '5' },
		cold: { type: 'boolean', default: false },
		profile: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false }
	}
});

type Figures = Record<string, unknown>;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const couchUrl = process.env.COUCHDB_URL || undefined;

const BENCHES: Record<string, () => Promise<Figures>> = {
	import: () => measureImport({ couchUrl, say }),
	lighthouse: () => measureLighthouse(say),
	open: () => measureOpen(say),
	save: measureSave,
	shell: () => measureShell(say),
	sync: () => measureSync({ couchUrl, say }),
	views: () => measureViews(say),
	rush: () =>
		rush({
			clients: Number(values.clients),
			entries: Number(values.entries),
			cold: values.cold,
			profile: values.profile,
			couchUrl,
			say
		})
};

const [name = ''] = positionals;
const bench = BENCHES[name];
if (!bench) {
	say(`Which one? ${Object.keys(BENCHES).join(', ')}`);
	process.exit(1);
}
say(`npm run bench -- ${process.argv.slice(2).join(' ')}`);
say(describeMachine());
const figures = await bench();
say(values.json ? JSON.stringify(figures) : JSON.stringify(figures, undefined, '\t'));
