import { expect, test } from 'vitest';
import { deviceKindOf } from './device-kind.ts';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const ANDROID = `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT}`;
const WINDOWS = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT}`;
const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
	[`${ANDROID} Chrome/140.0.0.0 Mobile Safari/537.36`, 'chrome', 'android'],
	[`${ANDROID} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'samsung', 'android'],
	[`${ANDROID} Chrome/130.0.0.0 Mobile Safari/537.36 OPR/80.0.0.0`, 'opera', 'android'],
	[`${WINDOWS} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'edge', 'windows'],
	['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 'linux'],
	[
		`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`,
		'chrome',
		'chromeos'
	],
	[
		`Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${APPLE} Version/18.6 Mobile/15E148 Safari/604.1`,
		'safari',
		'ios'
	],
	[
		`Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) ${APPLE} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`,
		'chrome',
		'ios'
	],
	[
		`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.6 Safari/605.1.15`,
		'safari',
		'mac'
	],
	['curl/8.5.0', 'other', 'other'],
	[undefined, 'other', 'other']
])('%s is %s on %s', (userAgent, browser, system) => {
	expect(deviceKindOf(userAgent)).toEqual({ browser, system });
});
