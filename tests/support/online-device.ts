/** A device of one person that talks HTTP to a real server, with the cookie jar a browser would have. */
import { createSleep } from '#lib/sync/deadline.ts';
import { createTransport, type Transport } from '#lib/sync/transport.ts';
import { createDevice, type Device } from './device.ts';
import { seededRandom } from './random.ts';

export type OnlineDevice = Device & {
	readonly signIn: (password: string) => Promise<void>;
	/** Signs this person out on all other devices. */
	readonly endOthers: () => Promise<void>;
	/** What happens just before the request of this number, counted from now, leaves the device. */
	readonly beforeSync: (number: number, happens: () => Promise<void>) => void;
};

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
	const online = onlineTransport(url);
	let [left, happens] = [0, () => Promise.resolve()];
	const transport: Transport = {
		...online,
		async sync(request, signal) {
			if ((left -= 1) === 0) await happens();
			return online.sync(request, signal);
		}
	};
	const device = createDevice({ nip, deviceId, transport, clock, random: seededRandom(made) });
	const signIn = async (password: string) => {
		const answer = await transport.signIn({ person: nip, password, deviceId });
		if (!answer.ok) throw new Error(`sign-in failed: ${answer.error.type}`);
		await device.meet(answer.value.contact, answer.value.serverTime);
	};
	const endOthers = async () => {
		const answer = await transport.endOthers({ person: nip, deviceId });
		if (!answer.ok) throw new Error(`not ended: ${answer.error.type}`);
	};
	const beforeSync: OnlineDevice['beforeSync'] = (number, then) => {
		[left, happens] = [number, then];
	};
	return Object.assign(device, { signIn, endOthers, beforeSync });
}
