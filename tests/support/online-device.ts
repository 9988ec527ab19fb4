/** A device of one person that talks HTTP to a real server, with the cookie jar a browser would have. */
import { createSleep } from '#lib/sync/deadline.ts';
import { createTransport, type Transport } from '#lib/sync/transport.ts';
import { createDevice, type Device } from './device.ts';
import { seededRandom } from './random.ts';

export type OnlineDevice = Device & { readonly signIn: (password: string) => Promise<void> };

/** A `fetch` that keeps cookies, on the given server. */
export function browserFetch(url: () => string): typeof fetch {
	const cookies = new Map<string, string>();
	return async (path, options) => {
		const headers = new Headers(options?.headers);
		headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
		const { credentials: _credentials, cache: _cache, ...rest } = options ?? {};
		const response = await fetch(`${url()}${path as string}`, { ...rest, headers });
		for (const line of response.headers.getSetCookie()) {
			const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
			cookies.set(name, value);
		}
		return response;
	};
}

export function onlineTransport(url: () => string): Transport {
	return createTransport({
		fetch: browserFetch(url),
		sleep: createSleep(globalThis),
		monotonicNow: () => performance.now()
	});
}

let made = 0;

/** Not signed in yet; `clock` is right unless the test says otherwise. */
export function onlineDevice(
	nip: string,
	url: () => string,
	clock: { now(): number } = { now: () => Date.now() }
): OnlineDevice {
	made += 1;
	const deviceId = `device${String(made).padStart(6, '0')}`;
	const transport = onlineTransport(url);
	const device = createDevice({ nip, deviceId, transport, clock, random: seededRandom(made) });
	const signIn = async (password: string) => {
		const answer = await transport.signIn({ person: nip, password, deviceId });
		if (!answer.ok) throw new Error(`sign-in failed: ${answer.error.type}`);
		await device.meet(answer.value.contact, answer.value.serverTime);
	};
	return Object.assign(device, { signIn });
}
