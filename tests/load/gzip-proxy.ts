/** Stands between a browser and the server and notes every request and its body as gzip would carry it. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type Noted = { readonly path: string; readonly bytes: number };

export type GzipProxy = {
	readonly origin: string;
	/** In the order of the answers. */
	readonly noted: Noted[];
	close(): void;
};

export async function startGzipProxy(target: string): Promise<GzipProxy> {
	const noted: Noted[] = [];
	const server = createServer((asked, answer) => pass(target, { asked, answer, noted }));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('a port was asked for');
	return {
		origin: `http://127.0.0.1:${address.port}`,
		noted,
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}

type Passing = { asked: IncomingMessage; answer: ServerResponse; noted: Noted[] };

function pass(target: string, { asked, answer, noted }: Passing): void {
	const { method, url: path = '/' } = asked;
	const headers = { ...asked.headers, 'accept-encoding': 'gzip' };
	const onward = request(new URL(path, target), { method, headers }, (received) => {
		let bytes = 0;
		answer.writeHead(received.statusCode ?? 502, received.headers);
		received.on('data', (chunk: Buffer) => (bytes += chunk.length));
		received.on('end', () => noted.push({ path, bytes }));
		received.pipe(answer);
	});
	onward.on('error', () => answer.destroy());
	asked.pipe(onward);
}
