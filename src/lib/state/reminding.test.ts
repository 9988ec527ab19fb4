import { describe, expect, test } from 'vitest';
import { newsComesWhenClosed, requestNews } from './background.ts';
import { remindersIn } from './reminding.ts';

const asking = (permission: NotificationPermission) => ({
	permission,
	requestPermission: () => Promise.resolve(permission)
});
const able = {
	ServiceWorkerRegistration: { prototype: { showNotification: () => undefined } },
	navigator: { serviceWorker: {} }
};

describe('remindersIn', () => {
	test('a browser without notifications, or without a worker to show them, can not', () => {
		const Notification = asking('granted');
		const without = [
			{ ...able },
			{ ...able, Notification, navigator: {} },
			{ ...able, Notification, ServiceWorkerRegistration: { prototype: {} } }
		];
		expect(without.map((scope) => remindersIn(scope, true))).toEqual(Array(3).fill('unsupported'));
	});

	test.each([
		['granted', true, 'on'],
		['granted', false, 'off'],
		['default', true, 'off'],
		['denied', true, 'blocked'],
		['denied', false, 'blocked']
	] as const)('%s and wanted %s is %s', (permission, isWanted, expected) => {
		expect(remindersIn({ ...able, Notification: asking(permission) }, isWanted)).toBe(expected);
	});
});

const permissions = (state: PermissionState) => ({
	query: () => Promise.resolve({ state } as PermissionStatus)
});

describe('the alarm for news', () => {
	test('comes where the browser grants it, and not where its name is unknown', async () => {
		const unknown = { query: () => Promise.reject(new TypeError('unknown name')) };
		const said = [permissions('granted'), permissions('prompt'), unknown, undefined];
		expect(await Promise.all(said.map(newsComesWhenClosed))).toEqual([true, false, false, false]);
	});

	test('is set only where it is granted', async () => {
		const tags: string[] = [];
		const register = (tag: string) => Promise.resolve(void tags.push(tag));
		const registration = { periodicSync: { register } } as unknown as ServiceWorkerRegistration;
		const container = { getRegistration: () => Promise.resolve(registration) };
		await requestNews(container, permissions('denied'));
		expect(tags).toEqual([]);
		await requestNews(container, permissions('granted'));
		expect(tags).toEqual(['news']);
	});
});
