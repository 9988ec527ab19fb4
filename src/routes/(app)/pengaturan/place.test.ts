import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

test.each([
	['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/126.0 Mobile', 5, 'android'],
	['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari', 5, 'apple'],
	['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari', 5, 'apple'],
	['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari', 0, 'desktop'],
	['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Edg/126.0', 0, 'desktop']
] as const)('%s with %i fingers is installed as on %s', (userAgent, maxTouchPoints, place) => {
	expect(placeOf({ userAgent, maxTouchPoints })).toBe(place);
});
