/** In the page, before the app and without anything of this file: how long a tap takes to be answered. */

/** Which part of the screen answers a tap: its words change, and it holds at least so much. */
export type Answer = { readonly answer: string; readonly atLeast: number };

declare global {
	/** Resolves when the next tap is answered, with the milliseconds it took. */
	var expectAnswer: (expected: Answer) => Promise<number>;
}

/**
 * What still comes of an earlier tap before this one is no answer to it, so the watch begins with the tap.
 * No function in it has a name of its own: the names are kept by a helper that the page doesn't have.
 */
export function watchForAnswers(): void {
	let expected: (Answer & { resolve: (ms: number) => void }) | undefined;
	globalThis.expectAnswer = (next) =>
		new Promise((resolve) => {
			expected = { ...next, resolve };
		});
	addEventListener(
		'click',
		({ timeStamp }) => {
			if (!expected) return;
			const { answer, atLeast, resolve } = expected;
			expected = undefined;
			// Words alone: to write out all of a long list would be a good part of what is measured.
			const before = [...document.querySelectorAll(answer)].map((each) => each.textContent).join();
			new MutationObserver((_changes, observer) => {
				const found = [...document.querySelectorAll(answer)];
				if (found.length < atLeast || found.map((each) => each.textContent).join() === before)
					return;
				observer.disconnect();
				// Before whatever else waits for the frame: that is no part of the answer.
				requestAnimationFrame(() => {
					void scheduler.postTask(() => resolve(performance.now() - timeStamp), {
						priority: 'user-blocking'
					});
				});
			}).observe(document, {
				childList: true,
				subtree: true,
				characterData: true,
				attributes: true
			});
		},
		{ capture: true }
	);
}
