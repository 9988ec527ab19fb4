import { expect, test } from 'vitest';
import { scrollToSee } from './keep-in-sight.ts';

const SEEN = { top: 100, bottom: 500 };
const card = (top: number, heightPx = 150) => ({ top, bottom: top + heightPx });

test.each([
	['in sight already, to its edges', card(100), 0],
	['in sight already, to its edges', card(350), 0],
	['partly under what stays at the top', card(60), -40],
	['far above', card(-900), -1000],
	['partly under what stays at the bottom', card(360), 10],
	['far below', card(2000), 1650],
	['too high, its end in sight', card(-100, 401), -200],
	['too high, its beginning in sight', card(100, 900), 0]
])('scrolls no further than needed to a card %s', (_where, of, px) => {
	expect(scrollToSee(of, SEEN)).toBe(px);
});
