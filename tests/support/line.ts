/**
 * A line between two programs, on its own port, that can be cut like a cable or stand still. Between a
 * browser and the server it reaches every part of the browser, the service worker too.
 */
import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Line {
	#server: Server;
	#open = new Set<Socket>();
	/** Of these, the ends that answer. */
	#answering = new Set<Socket>();
	#asked = new EventEmitter();
	#isCut = false;
	#frozen: 'nothing' | 'answers' | 'all' = 'nothing';

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
		this.#frozen = 'all';
		for (const socket of this.#open) socket.pause();
	}

	/** What is asked arrives, and no answer comes back. */
	freezeAnswers(): void {
		this.#frozen = 'answers';
		for (const socket of this.#answering) socket.pause();
	}

	/** Resolves when a request that contains `text` goes by, before it is answered. */
	async whenAsked(text: string): Promise<void> {
		for (;;) {
			const [chunk] = (await once(this.#asked, 'bytes')) as [Buffer];
			if (chunk.includes(text)) return;
		}
	}

	thaw(): void {
		this.#frozen = 'nothing';
		for (const socket of this.#open) socket.resume();
	}

	async close(): Promise<void> {
		this.cut();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#join(near: Socket, { hostname, port }: { hostname: string; port: number }): void {
		if (this.#isCut) return void near.destroy();
		const far = connect(port, hostname);
		near.on('data', (chunk) => this.#asked.emit('bytes', chunk));
		this.#answering.add(far);
		far.on('close', () => this.#answering.delete(far));
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
		if (this.#frozen === 'all') this.freeze();
		if (this.#frozen === 'answers') this.freezeAnswers();
	}
}
