import { describe, expect, test } from 'vitest';
import { isOwnOrigin } from './origin.ts';

const PUBLIC = ['https://kinerja.example'];
const OWN = 'https://ekinerja.example';

describe('isOwnOrigin', () => {
	test.each([
		['our own page', OWN, 'same-origin', true],
		['our own page in a browser that says no more', OWN, undefined, true],
		['our own page behind a proxy that hides https', 'http://ekinerja.example', undefined, true],
		['our public address', PUBLIC[0], 'same-origin', true],
		['our public address, which another host name serves', PUBLIC[0], 'cross-site', true],
		['a program', undefined, undefined, true],
		['an address typed by a person', undefined, 'none', true],
		['another site', 'https://lain.example', undefined, false],
		['another site that looks alike', 'https://ekinerja.example.lain.example', undefined, false],
		['another port', 'https://ekinerja.example:8443', undefined, false],
		['a sandboxed page', 'null', undefined, false],
		['no address at all', 'ekinerja.example', undefined, false],
		['a form of another site', undefined, 'cross-site', false],
		['a sister site', OWN, 'same-site', false]
	])('%s', (_name, origin, fetchSite, expected) => {
		const question = { origin, fetchSite, host: 'ekinerja.example' };
		expect(isOwnOrigin(question, PUBLIC)).toBe(expected);
	});
});
