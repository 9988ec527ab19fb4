/** In the page, before the app and without anything of this file: how long a tap takes to be answered. */

/** Which part of the screen answers a tap: its words change, and it holds at least so much. */
export type Answer = { readonly answer: string; readonly atLeast: number };

declare global {
	/** Milliseconds from the last tap to its answer. */
	var answeredMs: number | undefined;
	/** Begins to wait for the answer to the next tap. */
	var expectAnswer: (expected: Answer) => void;
}

/**
 * What still comes of an earlier tap before this one is no answer to it, so the watch begins with the tap.
 * No function in it has a name of its own: the names are kept by a helper that the page doesn't have.
 */
export function watchForAnswers(): void {
	let expected: Answer | undefined;
	globalThis.expectAnswer = (next) => {
		expected = next;
		globalThis.answeredMs = undefined;
	};
	addEventListener(
		'click',
		({ timeStamp }) => {
			if (!expected) return;
			const { answer, atLeast } = expected;
			expected = undefined;
			const before = [...document.querySelectorAll(answer)].map((each) => each.outerHTML).join();
			new MutationObserver((_changes, observer) => {
				const found = [...document.querySelectorAll(answer)];
				if (found.length < atLeast || found.map((each) => each.outerHTML).join() === before) return;
				observer.disconnect();
				requestAnimationFrame(() =>
					setTimeout(() => (globalThis.answeredMs = performance.now() - timeStamp))
				);
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
