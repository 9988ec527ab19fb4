/** Short confirmations, shown and spoken: one at a time, the newest wins. */
import { createContext } from 'svelte';

export type Toast = {
	readonly text: string;
	/** Something to do about it, for as long as it is shown. */
	readonly action?: { readonly label: string; readonly run: () => void };
};

export class Toaster {
	#current = $state.raw<Toast | undefined>();
	#spoken = $state('');

	get current(): Toast | undefined {
		return this.#current;
	}

	/** For screen readers alone: what happened elsewhere on the screen. */
	get spoken(): string {
		return this.#spoken;
	}

	show(toast: Toast): void {
		this.#current = toast;
	}

	/** Does what can be done about what is shown, if anything; it can't be done twice. */
	act(): void {
		const action = this.#current?.action;
		this.dismiss();
		action?.run();
	}

	speak(text: string): void {
		this.#spoken = text;
	}

	dismiss(): void {
		this.#current = undefined;
	}
}

export const [getToaster, setToaster] = createContext<Toaster>();
