import { expect, test } from 'vitest';
import { inNextTask } from './next-task.ts';

test('what waits for a value goes on after what is due already', async () => {
	const order: string[] = [];
	setTimeout(() => order.push('a tap'));
	await inNextTask(Promise.resolve('app')).then((value) => order.push(value));
	expect(order).toEqual(['a tap', 'app']);
});

test('a failure is told as it is', async () => {
	await expect(inNextTask(Promise.reject(new Error('no storage')))).rejects.toThrow('no storage');
});
