/**
 * `npm run test:browsers [NAME]`: the same part of the journey in every engine that is installed. A
 * browser that is missing is said to be missing, and is no failure.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Tested } from './browser.ts';
import { recordOfflineAndDeliver } from './journey.ts';
import { chromium, firefox } from './puppeteer.ts';
import { webkit } from './webkit.ts';

const APP = {
	'not kept': 'it keeps no app: recorded on an open page',
	kept: 'opened again without a line',
	reopened: 'closed and opened again without a line'
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function test(tested: Tested): Promise<boolean> {
	const profile = await mkdtemp(join(tmpdir(), 'ekinerja-browsers-'));
	const startedAt = performance.now();
	try {
		const { version, app } = await recordOfflineAndDeliver(tested, profile);
		const seconds = Math.round((performance.now() - startedAt) / 1_000);
		say(`${tested.name}: passed with ${version}, ${APP[app]} (${seconds} s)`);
		return true;
	} catch (error) {
		say(`${tested.name}: FAILED\n${error instanceof Error ? error.message : String(error)}`);
		return false;
	} finally {
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

async function main(): Promise<void> {
	if (!existsSync('build/shell.html')) throw new Error('build the app first: npm run build');
	const [wanted] = process.argv.slice(2);
	const all = [chromium, firefox, webkit].filter(
		({ name }) => wanted === undefined || name.toLowerCase() === wanted.toLowerCase()
	);
	const missing: string[] = [];
	let [passed, failed] = [0, 0];
	for (const tested of all) {
		const why = tested.missing();
		if (why !== undefined) missing.push(`${tested.name} was NOT tested: ${why}.`);
		else if (await test(tested)) passed += 1;
		else failed += 1;
	}
	missing.forEach(say);
	say(`${passed} passed, ${failed} failed, ${missing.length} not tested`);
	process.exitCode = failed === 0 ? 0 : 1;
}

await main();
