import { expect, test } from 'vitest';
import { Metrics } from './metrics.ts';

const linesOf = async (metrics: Metrics) =>
	(await metrics.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));

test('a counter counts by label', async () => {
	const metrics = new Metrics();
	const count = metrics.counter({ name: 'things_total', help: 'Things', labels: ['kind'] });
	count(1, { kind: 'small' });
	count(2, { kind: 'small' });
	count(5, { kind: 'large' });
	expect(await linesOf(metrics)).toEqual([
		'things_total{kind="small"} 3',
		'things_total{kind="large"} 5'
	]);
});

test('a histogram sorts values into its buckets', async () => {
	const metrics = new Metrics();
	const observe = metrics.histogram({ name: 'wait_seconds', help: 'Wait', buckets: [1, 10] });
	for (const seconds of [0.5, 1, 3, 60]) observe(seconds);
	expect(await linesOf(metrics)).toEqual([
		'wait_seconds_bucket{le="1"} 2',
		'wait_seconds_bucket{le="10"} 3',
		'wait_seconds_bucket{le="+Inf"} 4',
		'wait_seconds_sum 64.5',
		'wait_seconds_count 4'
	]);
});

test('a gauge is asked when somebody reads, not before', async () => {
	const metrics = new Metrics();
	let asked = 0;
	metrics.gauge({ name: 'queue_length', help: 'Waiting' }, () => (asked += 1));
	expect(asked).toBe(0);
	expect(await linesOf(metrics)).toEqual(['queue_length 1']);
	expect(await linesOf(metrics)).toEqual(['queue_length 2']);
});

test('two servers in one process count for themselves', async () => {
	const [one, other] = [new Metrics(), new Metrics()];
	one.counter({ name: 'things_total', help: 'Things' })(1);
	other.counter({ name: 'things_total', help: 'Things' })(7);
	expect(await linesOf(one)).toEqual(['things_total 1']);
	expect(await linesOf(other)).toEqual(['things_total 7']);
});

test('the process tells of its memory, its processor and its event loop', async () => {
	const metrics = new Metrics();
	metrics.watchProcess();
	const text = await metrics.text();
	for (const name of ['process_resident_memory_bytes', 'process_cpu_seconds', 'nodejs_eventloop'])
		expect(text).toContain(name);
	expect(metrics.contentType).toMatch(/^text\/plain/);
});
