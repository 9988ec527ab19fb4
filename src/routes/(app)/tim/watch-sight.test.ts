import { expect, test, vi } from 'vitest';
import { createSightWatch } from './watch-sight.ts';

type Callback = ConstructorParameters<typeof IntersectionObserver>[0];

test('each box is told of itself, until its stop', () => {
	let deliver: Callback = () => undefined;
	const watched = new Set<Element>();
	class Observer implements Pick<IntersectionObserver, 'observe' | 'unobserve'> {
		constructor(callback: Callback) {
			deliver = callback;
		}
		observe = (box: Element) => void watched.add(box);
		unobserve = (box: Element) => void watched.delete(box);
	}
	const watch = createSightWatch(Observer as unknown as typeof IntersectionObserver);
	const boxes = [{}, {}] as [Element, Element];
	const tell = [vi.fn(), vi.fn()] as const;
	const stop = watch(boxes[0], tell[0]);
	watch(boxes[1], tell[1]);
	const changes = [
		{ target: boxes[0], isIntersecting: false },
		{ target: boxes[1], isIntersecting: true }
	] as unknown as IntersectionObserverEntry[];
	deliver(changes, {} as IntersectionObserver);
	expect(tell[0].mock.calls).toEqual([[false]]);
	expect(tell[1].mock.calls).toEqual([[true]]);
	stop();
	expect([...watched]).toEqual([boxes[1]]);
});
