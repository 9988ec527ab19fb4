import { describe, expect, test } from 'vitest';
import { SITI } from '#tests/support/factories.ts';
import { createLog, type LogLevel } from './log.ts';

function setUp(level: LogLevel = 'info') {
	const lines: string[] = [];
	const log = createLog(level, { write: (line) => void lines.push(line) });
	return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('an event', () => {
	test('is one line of JSON with its fields and nothing of the machine', () => {
		const { log, lines, last } = setUp();
		log.info('request', { status: 200 });
		expect(lines).toHaveLength(1);
		expect(last()).toEqual({
			level: 30,
			time: expect.any(Number) as number,
			event: 'request',
			status: 200
		});
	});

	test('below the level is not written', () => {
		const { log, lines } = setUp('warn');
		log.info('request');
		expect(lines).toEqual([]);
		log.warn('late');
		expect(lines).toHaveLength(1);
	});
});

describe('an error', () => {
	test('is told with its causes, and no number of a person is in it', () => {
		const { log, lines, last } = setUp();
		const cause = new TypeError(`p${SITI}.2026:entry`, { cause: new Error('disk full') });
		log.error('failure', new Error(`account:${SITI}`, { cause }), { requestId: 'r1' });
		expect(last()).toMatchObject({
			level: 50,
			event: 'failure',
			requestId: 'r1',
			error: 'Error: account:<number>',
			causes: ['TypeError: p<number>.2026:entry', 'Error: disk full']
		});
		expect(last()['stack']).toContain('log.test.ts');
		expect(lines.join()).not.toContain(SITI);
	});

	test('that causes itself ends', () => {
		const { log, last } = setUp();
		const error = new Error('round');
		error.cause = error;
		log.error('failure', error);
		expect(last()['causes']).toHaveLength(4);
	});

	test.each([[SITI], [{ person: SITI }], [undefined]])(
		'that is none is told by its type',
		(thrown) => {
			const { log, lines, last } = setUp();
			log.error('failure', thrown);
			expect(last()['error']).toBe(typeof thrown);
			expect(lines.join()).not.toContain(SITI);
		}
	);
});
