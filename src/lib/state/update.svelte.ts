/**
 * The service worker and its newer versions. A newer one waits until the person agrees; nothing here
 * reloads by itself, because somebody may be typing.
 */
import { Workbox } from 'workbox-window';
import { WORKER } from './worker.ts';

const CHECK_EVERY_MS = 3_600_000;

export class AppUpdate {
	#waiting = $state(false);
	/** Another tab agreed, so the newer worker already serves this one. */
	#isTakenOver = false;
	#workbox: Workbox | undefined;
	#checkedAt = 0;
	readonly #reload: () => void;

	constructor(workbox: Workbox | undefined, reload: () => void) {
		this.#workbox = workbox;
		this.#reload = reload;
		workbox?.addEventListener('waiting', () => (this.#waiting = true));
		workbox?.addEventListener('controlling', ({ isUpdate, isExternal }) => {
			if (!isUpdate && !isExternal) return;
			this.#isTakenOver = true;
			this.#waiting = true;
		});
	}

	/** A newer version is ready. */
	get waiting(): boolean {
		return this.#waiting;
	}

	/** The person agreed: the newer version takes over and the page is loaded again. */
	apply(): void {
		if (this.#isTakenOver || !this.#workbox) {
			this.#reload();
			return;
		}
		this.#workbox.addEventListener('controlling', () => this.#reload());
		this.#workbox.messageSkipWaiting();
	}

	/** Registers at `now`, and looks for a newer version when it is called later. */
	async check(now: number): Promise<void> {
		if (!this.#workbox || now - this.#checkedAt < CHECK_EVERY_MS) return;
		const isFirst = this.#checkedAt === 0;
		this.#checkedAt = now;
		await (isFirst ? this.#workbox.register() : this.#workbox.update());
	}
}

export function createWorkbox(): Workbox | undefined {
	return 'serviceWorker' in navigator ? new Workbox(WORKER) : undefined;
}
