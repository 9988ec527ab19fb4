// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { keepPlace } from './keep-place.ts';

let frames: FrameRequestCallback[] = [];
const scrollTo = vi.fn();
const scrollBy = vi.fn();
vi.stubGlobal('scrollTo', scrollTo);
vi.stubGlobal('scrollBy', scrollBy);
vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));

const nextFrame = () => frames.splice(0).forEach((frame) => frame(0));

function pageOf(heightPx: number) {
	Object.defineProperty(document.documentElement, 'scrollHeight', {
		value: heightPx,
		configurable: true
	});
}

/** A link on the page, so far below the top of the screen. */
function drawLink({ topPx, heightPx = 48 }: { topPx: number; heightPx?: number }) {
	document.querySelector('main')?.insertAdjacentHTML('beforeend', '<a href="/a">A</a>');
	const link = document.querySelector('main a:last-child');
	const rect = { top: topPx, height: heightPx } as DOMRect;
	return vi.spyOn(link ?? document.body, 'getBoundingClientRect').mockReturnValue(rect);
}
const LEFT = { topPx: 900, link: { address: '/a', nth: 0, topPx: 300 } };

beforeEach(() => {
	frames = [];
	document.body.innerHTML = '<main></main>';
	scrollTo.mockClear();
	scrollBy.mockClear();
	pageOf(innerHeight);
});

test('a page that is not long enough yet is scrolled once it is, and only once', () => {
	keepPlace(window, { topPx: 900 });
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
		keepPlace(window, { topPx: 900 });
		dispatchEvent(new Event(type));
		pageOf(innerHeight + 900);
		nextFrame();
		expect(scrollTo).not.toHaveBeenCalled();
	}
);

test('it stops when another page is opened', () => {
	const stop = keepPlace(window, { topPx: 900 });
	stop();
	pageOf(innerHeight + 900);
	nextFrame();
	expect(scrollTo).not.toHaveBeenCalled();
});

test('it doesn’t wait for ever for a page that has become shorter', () => {
	const now = vi.spyOn(performance, 'now');
	keepPlace(window, { topPx: 900 });
	now.mockReturnValue(performance.now() + 60_000);
	nextFrame();
	expect(frames).toEqual([]);
	now.mockRestore();
});

test('the link a page was left by stands where it stood, though the page has become shorter', () => {
	keepPlace(window, LEFT);
	drawLink({ topPx: 700 });
	nextFrame();
	expect(scrollBy.mock.calls).toEqual([[0, 400]]);
	pageOf(innerHeight + 900);
	nextFrame();
	expect(scrollTo).not.toHaveBeenCalled();
});

test('and still does when what comes into sight moves it, for a few frames', () => {
	pageOf(innerHeight + 900);
	const rect = drawLink({ topPx: 300 });
	keepPlace(window, LEFT);
	expect(scrollBy).not.toHaveBeenCalled();
	rect.mockReturnValue({ top: 340, height: 48 } as DOMRect);
	nextFrame();
	expect(scrollBy.mock.calls).toEqual([[0, 40]]);
	rect.mockReturnValue({ top: 300, height: 48 } as DOMRect);
	for (let frame = 0; frame < 20; frame += 1) nextFrame();
	expect(frames).toEqual([]);
});

test('also when the screen is drawn many seconds later', () => {
	const now = vi.spyOn(performance, 'now');
	keepPlace(window, LEFT);
	now.mockReturnValue(performance.now() + 10_000);
	nextFrame();
	drawLink({ topPx: 700 });
	nextFrame();
	expect(scrollBy.mock.calls).toEqual([[0, 400]]);
	now.mockRestore();
});

test('a link that is folded away has no place', () => {
	drawLink({ topPx: 0, heightPx: 0 });
	keepPlace(window, LEFT);
	expect(scrollBy).not.toHaveBeenCalled();
});

test('whoever scrolls while the link is held is let go', () => {
	drawLink({ topPx: 700 });
	keepPlace(window, LEFT);
	scrollBy.mockClear();
	dispatchEvent(new Event('wheel'));
	nextFrame();
	expect(scrollBy).not.toHaveBeenCalled();
});
