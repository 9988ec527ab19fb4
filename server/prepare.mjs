/**
 * Makes a fresh clone ready to run: installs the packages and builds the app when either is missing
 * or older than what it comes from. Plain Node without packages, because it runs before there are any.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What the server's Node is started with. A larger young generation: every request leaves much that is
 * garbage at once, and with the usual size a busy hour spends a seventh of its time on it.
 */
export const NODE_FLAGS = [
	'--min-semi-space-size=64',
	'--max-semi-space-size=128',
	'--import',
	'tsx'
];

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const INSTALLED = join(ROOT, 'node_modules/.package-lock.json');
const BUILT = join(ROOT, 'build/shell.html');
const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

/** Time of the youngest file at or below `path`, in ms; 0 when there is none. */
function changedAt(path) {
	if (!existsSync(path)) return 0;
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

function run(what, args) {
	console.log(`${what}: npm ${args.join(' ')}`);
	const { status } = spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit' });
	if (status !== 0) throw new Error(`${what} failed, see above`);
}

export function install() {
	if (changedAt(INSTALLED) >= changedAt(join(ROOT, 'package-lock.json'))) return;
	run('Installing packages', ['ci', '--no-audit', '--no-fund']);
}

export function build() {
	const sources = Math.max(...SOURCES.map((name) => changedAt(join(ROOT, name))));
	if (changedAt(BUILT) >= sources) return;
	run('Building the app', ['run', 'build']);
}

/** Safe to repeat; throws when installing or building fails. */
export function prepare() {
	install();
	build();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepare();
