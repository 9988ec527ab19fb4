/**
 * A line between two programs, on its own port, that can be cut like a cable or stand still. Between a
 * browser and the server it reaches every part of the browser, the service worker too.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Line {
	#server: Server;
	#open = new Set<Socket>();
	#isCut = false;
	#isFrozen = false;

	private constructor(server: Server) {
		this.#server = server;
	}

	static async to(target: string): Promise<Line> {
		const server = createServer();
		const line = new Line(server);
		const { hostname, port } = new URL(target);
		server.on('connection', (near) => line.#join(near, { hostname, port: Number(port) }));
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

	/** Nothing moves and nothing breaks, as when the program at the other end is stopped. */
	freeze(): void {
		this.#isFrozen = true;
		for (const socket of this.#open) socket.pause();
	}

	thaw(): void {
		this.#isFrozen = false;
		for (const socket of this.#open) socket.resume();
	}

	async close(): Promise<void> {
		this.cut();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#join(near: Socket, { hostname, port }: { hostname: string; port: number }): void {
		if (this.#isCut) return void near.destroy();
		const far = connect(port, hostname);
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
		if (this.#isFrozen) this.freeze();
	}
}
