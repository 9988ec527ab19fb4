// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { keepPlace } from './keep-place.ts';

let frames: FrameRequestCallback[] = [];
const scrollTo = vi.fn();
vi.stubGlobal('scrollTo', scrollTo);
vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));

const nextFrame = () => frames.splice(0).forEach((frame) => frame(0));

function pageOf(heightPx: number) {
	Object.defineProperty(document.documentElement, 'scrollHeight', {
		value: heightPx,
		configurable: true
	});
}

beforeEach(() => {
	frames = [];
	scrollTo.mockClear();
	pageOf(innerHeight);
});

test('a page that is not long enough yet is scrolled once it is, and only once', () => {
	keepPlace(window, 900);
	nextFrame();
	expect(scrollTo).not.toHaveBeenCalled();
	pageOf(innerHeight + 900);
	nextFrame();
	nextFrame();
	expect(scrollTo.mock.calls).toEqual([[0, 900]]);
});

test.each(['wheel', 'touchstart', 'pointerdown', 'keydown'])(
	'whoever does something (%s) stays where he is',
	(type) => {
		keepPlace(window, 900);
		dispatchEvent(new Event(type));
		pageOf(innerHeight + 900);
		nextFrame();
		expect(scrollTo).not.toHaveBeenCalled();
	}
);

test('it stops when another page is opened', () => {
	const stop = keepPlace(window, 900);
	stop();
	pageOf(innerHeight + 900);
	nextFrame();
	expect(scrollTo).not.toHaveBeenCalled();
});

test('it doesn’t wait for ever for a page that has become shorter', () => {
	const now = vi.spyOn(performance, 'now');
	keepPlace(window, 900);
	now.mockReturnValue(performance.now() + 60_000);
	nextFrame();
	expect(frames).toEqual([]);
	now.mockRestore();
});
