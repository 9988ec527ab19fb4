import { expect, test, vi } from 'vitest';
import { showBadge } from './badge.ts';

const aNavigator = () => ({
	setAppBadge: vi.fn(() => Promise.resolve()),
	clearAppBadge: vi.fn(() => Promise.resolve())
});

test('shows how many wait, and nothing for none', () => {
	const navigator = aNavigator();
	showBadge(navigator, 3);
	expect(navigator.setAppBadge).toHaveBeenCalledWith(3);
	expect(navigator.clearAppBadge).not.toHaveBeenCalled();
	showBadge(navigator, 0);
	expect(navigator.clearAppBadge).toHaveBeenCalledOnce();
});

test('does without where there is none, or where the person wants none', async () => {
	showBadge({}, 3);
	showBadge({ setAppBadge: () => Promise.reject(new Error('no')) }, 3);
	await Promise.resolve();
});
