/**
 * A line between one browser and the server that can be cut like a cable: on its own port, so that it
 * reaches every part of the browser, the service worker too.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Line {
	#server: Server;
	#open = new Set<Socket>();
	#isCut = false;

	private constructor(server: Server) {
		this.#server = server;
	}

	static async to(target: string): Promise<Line> {
		const server = createServer();
		const line = new Line(server);
		const port = Number(new URL(target).port);
		server.on('connection', (near) => line.#join(near, port));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return line;
	}

	get url(): string {
		const address = this.#server.address();
		if (address === null || typeof address === 'string') throw new Error('the line is closed');
		return `http://127.0.0.1:${address.port}`;
	}

	/** Breaks what is on its way and refuses what follows. */
	cut(): void {
		this.#isCut = true;
		for (const socket of this.#open) socket.destroy();
	}

	mend(): void {
		this.#isCut = false;
	}

	async close(): Promise<void> {
		this.cut();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#join(near: Socket, port: number): void {
		if (this.#isCut) return void near.destroy();
		const far = connect(port, '127.0.0.1');
		for (const [one, other] of [
			[near, far],
			[far, near]
		] as const) {
			this.#open.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				this.#open.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	}
}
