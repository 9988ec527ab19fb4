import { expect, test } from 'vitest';
import { createRoomWatch } from './watch-room.ts';

type Callback = ConstructorParameters<typeof ResizeObserver>[0];

test('every box is measured before any is told', () => {
	let deliver: Callback = () => undefined;
	class Observer {
		constructor(callback: Callback) {
			deliver = callback;
		}
		observe() {}
		unobserve() {}
		disconnect() {}
	}
	const order: string[] = [];
	const aBox = (name: string, textPx: number) => ({
		clientHeight: 40,
		get scrollHeight() {
			order.push(`measure ${name}`);
			return textPx;
		}
	});
	const boxes = [aBox('a', 80), aBox('b', 40)] as unknown as HTMLElement[];
	const watch = createRoomWatch(Observer);
	boxes.forEach((box, index) => watch(box, (isCut) => order.push(`tell ${index} ${isCut}`)));
	const changes = boxes.map((target) => ({ target })) as unknown as ResizeObserverEntry[];
	deliver(changes, new Observer(deliver));
	expect(order).toEqual(['measure a', 'measure b', 'tell 0 true', 'tell 1 false']);
});
