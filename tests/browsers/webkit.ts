/**
 * WebKit as GTK has it, the engine of Safari: MiniBrowser on a screen of its own, driven by the plain
 * WebDriver protocol. It keeps nothing between two sessions.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, installed, type Tested } from './browser.ts';

const driver = installed(process.env.WEBKIT_DRIVER_PATH, 'WebKitWebDriver');
const screen = installed(process.env.XVFB_RUN_PATH, 'xvfb-run');
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'];
const miniBrowser = installed(
	process.env.WEBKIT_PATH,
	...LIBRARIES.map((library) => `${library}/webkit2gtk-4.1/MiniBrowser`),
	...LIBRARIES.map((library) => `${library}/webkit2gtk-4.0/MiniBrowser`)
);

export const webkit: Tested = {
	name: 'WebKit',
	keepsProfile: false,
	missing() {
		if (!driver || !miniBrowser) return 'there is no WebKitWebDriver (Debian: webkit2gtk-driver)';
		return screen ? undefined : 'there is no xvfb-run (Debian: xvfb)';
	},
	open: openWebKit
};

/** How an element is named on the wire. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const START_MS = 20_000;

type Send = (method: string, path: string, body?: object) => Promise<unknown>;

async function openWebKit(): Promise<Browser> {
	const port = await freePort();
	const child = spawn(screen ?? '', ['-a', driver ?? '', `--port=${port}`], {
		detached: true,
		stdio: 'ignore'
	});
	const send = createSend(`http://127.0.0.1:${port}`);
	try {
		return await startSession(send, child);
	} catch (error) {
		end(child);
		throw error;
	}
}

async function startSession(send: Send, child: ChildProcess): Promise<Browser> {
	const options = { binary: miniBrowser, args: ['--automation'] };
	const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
	await untilReady(send);
	const session = (await send('POST', '/session', { capabilities })) as Session;
	const { browserName, browserVersion } = session.capabilities;
	const to = (path: string) => `/session/${session.sessionId}${path}`;
	await send('POST', to('/timeouts'), { script: 60_000, pageLoad: 60_000 });

	const run = (body: string) =>
		send('POST', to('/execute/sync'), { script: `return (async () => { ${body} })()`, args: [] });
	const find = async (body: string): Promise<string> => {
		const id = ((await run(body)) as Record<string, string> | null)?.[ELEMENT];
		if (id === undefined) throw new Error(`nothing found by: ${body}`);
		return id;
	};
	return {
		version: `WebKitGTK (${browserName}) ${browserVersion}`,
		goTo: async (url) => void (await send('POST', to('/url'), { url })),
		run,
		press: async (body) => void (await send('POST', to(`/element/${await find(body)}/click`), {})),
		type: async (body, text) =>
			void (await send('POST', to(`/element/${await find(body)}/value`), { text })),
		async close() {
			await send('DELETE', to('')).catch(() => undefined); // It may have crashed.
			end(child);
		}
	};
}

type Session = {
	readonly sessionId: string;
	readonly capabilities: { readonly browserName: string; readonly browserVersion: string };
};

function createSend(origin: string): Send {
	return async (method, path, body) => {
		const sent = body && { body: JSON.stringify(body) };
		const response = await fetch(origin + path, { method, ...sent });
		const { value } = (await response.json()) as { value: unknown };
		if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
		return value;
	};
}

async function untilReady(send: Send): Promise<void> {
	const until = Date.now() + START_MS;
	for (;;) {
		const status = await send('GET', '/status').catch(() => undefined);
		if ((status as { ready?: boolean } | undefined)?.ready) return;
		if (Date.now() > until) throw new Error('WebKitWebDriver did not start');
		await delay(100);
	}
}

/** The screen goes with what was started on it. */
function end(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, 'SIGTERM');
	} catch {
		// It has ended by itself.
	}
}

function freePort(): Promise<number> {
	const server = createServer();
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
