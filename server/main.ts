/** Starts the server with the environment's configuration and stops it when it is told to. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { loadDemonstration } from '#server/admin/demonstration.ts';
import { openDoor } from '#server/admin/door.ts';
import { type Databases, openDatabases, startServer, type Tools } from './app.ts';
import { parseConfig } from './config.ts';
import { createLog } from './http/log.ts';

const tools: Tools = {
	now: () => Date.now(),
	random: () => Math.random(),
	// Made of chance that is fetched for many at once.
	newId: () => randomUUID().slice(0, 18).replaceAll('-', ''),
	sleep: async (ms, signal) => {
		await delay(ms, undefined, { ...(signal && { signal }), ref: false });
	}
};

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function giveUp(reason: string): never {
	process.stderr.write(`${reason}\n`);
	process.exit(1);
}

async function main(): Promise<void> {
	const config = parseConfig(process.env);
	if (!config.ok) {
		giveUp(
			`These settings can not be used, see server/config.ts: ${config.error.variables.join(', ')}`
		);
	}
	const log = createLog(config.value.logLevel, process.stdout);
	const databases = await openDatabases(config.value, tools);
	const isDemonstration = !config.value.isProduction && config.value.couchdbUrl === undefined;
	const logins = isDemonstration ? await loadDemonstration(databases, tools) : [];
	const server = await startServer(config.value, databases, { tools, log });
	const isEmbedded = config.value.couchdbUrl === undefined;
	const door = isEmbedded ? await tryDoor(config.value.dataDirectory, databases) : undefined;

	say(`E-Kinerja: http://${config.value.host}:${server.port}`);
	for (const line of logins) say(line);

	const stopAll = async () => {
		await door?.close();
		await server.stop();
	};
	const stop = () => {
		stopAll().then(
			() => process.exit(0),
			(error: unknown) => giveUp(`Stopping failed: ${String(error)}`)
		);
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
}

/** Nobody's work waits for the door: without it, commands work while the server is stopped. */
async function tryDoor(directory: string, databases: Databases) {
	try {
		return await openDoor(directory, databases);
	} catch (error) {
		say(`Commands work only while this server is stopped: ${String(error)}`);
		return undefined;
	}
}

main().catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
