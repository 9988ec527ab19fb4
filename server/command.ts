/** The commands an administrator runs on the server's machine, with the server's own environment. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { runAccount } from './admin/account-command.ts';
import { knockAtDoor, type Stores } from './admin/door-client.ts';
import { type Progress, runImport } from './admin/import.ts';
import { runMigration } from './admin/migrate.ts';
import { databaseNames, openDatabases, type Tools } from './app.ts';
import { type Config, parseConfig } from './config.ts';
import { couchTarget } from './db/moving.ts';

const tools: Tools = {
	now: () => Date.now(),
	random: () => Math.random(),
	newId: () => randomBytes(8).toString('hex'),
	sleep: async (ms, signal) => void (await delay(ms, undefined, { ...(signal && { signal }) }))
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function giveUp(reason: string): never {
	process.stderr.write(`${reason}\n`);
	process.exit(1);
}

const codesDirectoryOf = ({ dataDirectory }: Config): string => join(dataDirectory, 'kode-awal');

type Command = (config: Config, args: string[]) => Promise<boolean>;

const COMMANDS: Readonly<Record<string, Command>> = {
	import: (config, args) => {
		const { positionals, values } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				write: { type: 'boolean', default: false },
				partial: { type: 'boolean', default: false }
			}
		});
		const [folder] = positionals;
		if (folder === undefined) giveUp('npm run import -- FOLDER [--write] [--partial]');
		return withStores(config, (stores) =>
			runImport({
				stores,
				folder,
				isWriting: values.write,
				isPartial: values.partial,
				codesDirectory: codesDirectoryOf(config),
				now: tools.now,
				say,
				progress: progressBar('Menulis')
			})
		);
	},
	account: (config, args) =>
		withStores(config, (stores) =>
			runAccount({
				stores,
				args,
				codesDirectory: codesDirectoryOf(config),
				now: tools.now,
				say
			})
		),
	migrate: (config, [url = config.couchdbUrl ?? '']) => {
		if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
			giveUp('npm run migrate -- http://PENGGUNA:SANDI@HOST:5984');
		}
		return runMigration({
			dataDirectory: config.dataDirectory,
			names: Object.values(databaseNames(config)),
			targetOf: (name) => couchTarget(url, name),
			say,
			progress: progressBar('Memindahkan')
		});
	}
};

/** Through the running server where one has the embedded database open; otherwise directly. */
async function withStores<T>(config: Config, use: (stores: Stores) => Promise<T>): Promise<T> {
	const isEmbedded = config.couchdbUrl === undefined;
	const stores = (isEmbedded && (await knockAtDoor(config.dataDirectory))) || (await open(config));
	try {
		return await use(stores);
	} finally {
		await stores.close();
	}
}

async function open(config: Config): Promise<Stores> {
	const { work, accounts } = await openDatabases(config, tools);
	return {
		work,
		accounts,
		close: async () => void (await Promise.all([work.close(), accounts.close()]))
	};
}

function progressBar(label: string): Progress {
	const bar = new SingleBar({ format: `${label} {bar} {value}/{total}`, clearOnComplete: true });
	return {
		start: (total) => bar.start(total, 0),
		add: (count) => bar.increment(count),
		stop: () => bar.stop()
	};
}

async function main([name = '', ...args]: string[]): Promise<void> {
	const config = parseConfig(process.env);
	if (!config.ok) {
		giveUp(
			`These settings can not be used, see server/config.ts: ${config.error.variables.join(', ')}`
		);
	}
	const command = COMMANDS[name];
	if (!command) giveUp(`One of: ${Object.keys(COMMANDS).join(', ')}`);
	process.exitCode = (await command(config.value, args)) ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) =>
	giveUp(error instanceof Error ? error.message : String(error))
);
