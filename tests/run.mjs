/**
 * `npm test`: installs what is missing, then runs unit, contract, integration, simulation and browser
 * tests, and ends with one line, `N passed, N failed`. `node tests/run.mjs couchdb` runs the contract
 * suite, the server faults, the commands, the sessions and the main journey against COUCHDB_URL.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, ROOT } from '../server/prepare.mjs';

const RESULTS = join(ROOT, 'test-results');
const BROWSERS = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

function run(command, args, env = {}) {
	const options = { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } };
	return spawnSync(command, args, options).status ?? 1;
}

async function downloadedChromium() {
	const { chromium } = await import('@playwright/test');
	return chromium.executablePath();
}

/** An installed Chromium, else Playwright's download, else Debian's package. */
async function findChromium() {
	const installed = BROWSERS.find((path) => path && existsSync(path));
	if (installed) return installed;
	const downloaded = await downloadedChromium();
	if (existsSync(downloaded)) return downloaded;
	run('npx', ['playwright', 'install', '--with-deps', 'chromium']);
	if (existsSync(downloaded)) return downloaded;
	run('apt-get', ['update']);
	run('apt-get', ['install', '-y', 'chromium']);
	return BROWSERS.find((path) => path && existsSync(path));
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** Runs one suite; a suite that ends badly without counting a failure counts as one. */
function suite(name, command, { env, count }) {
	const file = join(RESULTS, `${name}.json`);
	const status = run(
		command[0],
		command.slice(1).map((arg) => arg.replace('FILE', file)),
		{
			...env,
			E2E_JSON: file
		}
	);
	const report = read(file);
	const { passed, failed } = report ? count(report) : { passed: 0, failed: 0 };
	return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}

const vitest = (name, args, env = {}) =>
	suite(
		name,
		[
			'npx',
			'vitest',
			'run',
			...args,
			'--reporter=default',
			'--reporter=json',
			'--outputFile.json=FILE'
		],
		{
			env,
			count: ({ numPassedTests, numFailedTests }) => ({
				passed: numPassedTests,
				failed: numFailedTests
			})
		}
	);

const playwright = (name, args, chromium, env = {}) =>
	suite(name, ['npx', 'playwright', 'test', '-c', 'tests/e2e', ...args], {
		env: { ...env, CHROMIUM_PATH: chromium },
		count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })
	});

async function main() {
	prepare();
	rmSync(RESULTS, { recursive: true, force: true });
	mkdirSync(RESULTS, { recursive: true });
	const chromium = await findChromium();
	if (!chromium) {
		console.error('No Chromium could be found or installed; set CHROMIUM_PATH.');
		console.log('0 passed, 1 failed');
		process.exit(1);
	}
	const isCouchOnly = process.argv[2] === 'couchdb';
	if (isCouchOnly && !process.env.COUCHDB_URL) {
		console.error('Set COUCHDB_URL, for example http://admin:secret@127.0.0.1:5984');
		process.exit(1);
	}
	// Without the variable these suites run on the embedded database.
	const embedded = { COUCHDB_URL: '' };
	const suites = isCouchOnly
		? [
				vitest('couchdb-contract', ['--project', 'unit', 'server/db']),
				vitest('couchdb-integration', [
					'--project',
					'integration',
					'tests/integration/server-faults',
					'tests/integration/import',
					'tests/integration/migrate',
					'tests/integration/http-sign-in',
					'tests/integration/http-devices'
				]),
				playwright('couchdb-journey', ['journey'], chromium)
			]
		: [
				vitest('unit', ['--project', 'unit'], embedded),
				vitest('integration', ['--project', 'integration'], embedded),
				vitest('simulation', ['--project', 'simulation'], embedded),
				playwright('browser', [], chromium, embedded)
			];
	const passed = suites.reduce((sum, each) => sum + each.passed, 0);
	const failed = suites.reduce((sum, each) => sum + each.failed, 0);
	if (!isCouchOnly) {
		console.log('CouchDB was not tested: COUCHDB_URL is not used here, run npm run test:couchdb.');
		console.log('Firefox and WebKit were not tested: run npm run test:browsers.');
	}
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed === 0 ? 0 : 1);
}

await main();
