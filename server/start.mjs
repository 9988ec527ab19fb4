/** `npm start`: prepares a fresh clone, then runs the server in this terminal until it is stopped. */
import { spawn } from 'node:child_process';
import { NODE_FLAGS, prepare, ROOT } from './prepare.mjs';

prepare();
const server = spawn(process.execPath, [...NODE_FLAGS, 'server/main.ts'], {
	cwd: ROOT,
	stdio: 'inherit'
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
