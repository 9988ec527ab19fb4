/**
 * A real Chromium, spoken to over its own protocol and as little as possible. A tool that drives a browser
 * turns its debugger on, and then V8 looks up where in the source things stand, which reads the whole
 * program again at every opening: a person's browser does nothing of that.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'undici';
import { type Place, tools } from './place.ts';

const INSTALLED = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const ARGUMENTS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-sync',
	'--no-first-run',
	'--lang=id-ID',
	'--remote-debugging-port=0'
];
const PHONE = { width: 360, height: 740, deviceScaleFactor: 1, mobile: false };
const TIME_ZONE = { timezoneId: 'Asia/Makassar' };
/** What a browser does by itself after its start is over by then. */
const SETTLED_MS = 1_500;

export type PlainPage = {
	/** A command of the DevTools protocol. Throws when the browser refuses it. */
	send(method: string, params?: object): Promise<Answer>;
	/** What an expression in the page is worth now. */
	read(expression: string): Promise<unknown>;
	/** Closes the whole browser, in order, so that everything is on disk. */
	close(): Promise<void>;
};

type Answer = { readonly result?: { readonly value?: unknown } };
type Message = { id?: number; result?: Answer; error?: { message: string } };

/** With the profile that `openBrowser` uses too; one browser at a time. */
export async function openPlainBrowser(place: Place): Promise<PlainPage> {
	if (!existsSync(INSTALLED)) throw new Error('no Chromium: set CHROMIUM_PATH');
	const profile = `--user-data-dir=${join(place.directory, 'profile')}`;
	const browser = spawn(INSTALLED, [...ARGUMENTS, profile, 'about:blank'], {
		stdio: ['ignore', 'ignore', 'pipe']
	});
	const port = await portOf(browser);
	await tools.sleep(SETTLED_MS);
	const answer = await fetch(`http://127.0.0.1:${port}/json`);
	const send = await connect(addressOf(await answer.json()));
	await send('Emulation.setDeviceMetricsOverride', PHONE);
	await send('Emulation.setTimezoneOverride', TIME_ZONE);
	await send('Page.enable');
	return {
		send,
		read: async (expression) => (await send('Runtime.evaluate', { expression })).result?.value,
		async close() {
			const gone = once(browser, 'exit');
			// It goes without an answer.
			void send('Browser.close').catch(() => undefined);
			await gone;
		}
	};
}

async function portOf(browser: ChildProcess): Promise<string> {
	for await (const line of createInterface({ input: browser.stderr! })) {
		const port = /^DevTools listening on ws:\/\/[^:]+:(?<port>\d+)/.exec(line)?.groups?.['port'];
		if (port) return port;
	}
	throw new Error('the browser did not start');
}

function addressOf(targets: unknown): string {
	const all = targets as { type: string; webSocketDebuggerUrl: string }[]; // as Chromium documents it
	const page = all.find(({ type }) => type === 'page');
	if (!page) throw new Error('the browser has no page');
	return page.webSocketDebuggerUrl;
}

async function connect(address: string): Promise<PlainPage['send']> {
	const socket = new WebSocket(address);
	await once(socket as never, 'open');
	const waiting = new Map<number, (message: Message) => void>();
	socket.addEventListener('message', ({ data }) => {
		const message = JSON.parse(String(data)) as Message; // as Chromium documents it
		if (message.id !== undefined) waiting.get(message.id)?.(message);
	});
	let sent = 0;
	return (method, params = {}) =>
		new Promise((resolve, reject) => {
			sent += 1;
			waiting.set(sent, ({ result, error }) => {
				if (error) reject(new Error(`${method}: ${error.message}`));
				else resolve(result ?? {});
			});
			socket.send(JSON.stringify({ id: sent, method, params }));
		});
}
