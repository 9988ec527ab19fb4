// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { linkOf, placeOf } from './place.ts';

const fromPoint = vi.fn<(x: number, y: number) => Element | null>();
document.elementFromPoint = fromPoint;

const linkAt = (index: number, topPx: number) => {
	const link = document.querySelectorAll('a')[index] ?? document.createElement('a');
	const rect = { top: topPx, bottom: topPx + 48 } as DOMRect;
	vi.spyOn(link, 'getBoundingClientRect').mockReturnValue(rect);
	return link;
};

beforeEach(() => {
	fromPoint.mockReset().mockReturnValue(null);
	document.body.innerHTML =
		'<nav><a href="/n">N</a></nav><main><a href="/a">1</a><a href="/a"><b>2</b></a></main>';
});

test('a page is left by the link with the focus, told from others to the same page', () => {
	const link = linkAt(2, 200);
	link.focus();
	const place = placeOf(window);
	expect(place).toEqual({ topPx: 0, link: { address: '/a', nth: 1, topPx: 200 } });
	expect(place.link && linkOf(document, place.link)).toBe(link);
});

test('without one in the page, by one that is in sight', () => {
	linkAt(0, 700).focus();
	const link = linkAt(2, 200);
	fromPoint.mockImplementation((_x, y) => (y >= 200 ? link.querySelector('b') : document.body));
	expect(placeOf(window).link).toEqual({ address: '/a', nth: 1, topPx: 200 });
});

test('one that has the focus but was scrolled away is none', () => {
	linkAt(1, -300).focus();
	expect(placeOf(window).link).toBeUndefined();
});

test('one that is not there any more is not found', () => {
	expect(linkOf(document, { address: '/b', nth: 0, topPx: 1 })).toBeUndefined();
});
