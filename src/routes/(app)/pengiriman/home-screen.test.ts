import { describe, expect, test } from 'vitest';
import { needsHomeScreen } from './home-screen.ts';

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile';

describe('needsHomeScreen', () => {
	test.each([
		['an iPhone in the browser', PHONE, 5, false, true],
		['an iPhone with the app on its home screen', PHONE, 5, true, false],
		['an iPad that calls itself a Mac', MAC, 5, false, true],
		['a Mac', MAC, 0, false, false],
		['an Android phone', ANDROID, 5, false, false]
	])('%s', (_name, userAgent, maxTouchPoints, isStandalone, expected) => {
		expect(needsHomeScreen({ userAgent, maxTouchPoints, isStandalone })).toBe(expected);
	});
});
