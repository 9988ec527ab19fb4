/** The browser's own offer to install the app. Chromium makes it once, early; others never do. */

/** Only Chromium has it, so TypeScript's library doesn't know it. */
type InstallOffer = Event & { prompt(): Promise<unknown> };

export class Installation {
	#offer = $state.raw<InstallOffer | undefined>();
	#isDone = $state(false);

	constructor(window: EventTarget) {
		window.addEventListener('beforeinstallprompt', (event) => {
			// It is made where a person looks for it, not over his work.
			event.preventDefault();
			this.#offer = event as InstallOffer;
		});
		window.addEventListener('appinstalled', () => {
			this.#offer = undefined;
			this.#isDone = true;
		});
	}

	/** Reactive. */
	get isOffered(): boolean {
		return this.#offer !== undefined;
	}

	/** Installed while this page was open. Reactive. */
	get isDone(): boolean {
		return this.#isDone;
	}

	/** An offer can be taken up once; the browser makes another when it wants to. */
	async ask(): Promise<void> {
		const offer = this.#offer;
		this.#offer = undefined;
		await offer?.prompt();
	}
}
