/** Boxes whose text may be cut off, watched by one observer: all are measured before any of them changes. */
type Tell = (isCut: boolean) => void;

export type RoomWatch = (box: HTMLElement, tell: Tell) => () => void;

/** Half a pixel of a line is no cut. */
const SLACK_PX = 1;

export function createRoomWatch(Observer: typeof ResizeObserver): RoomWatch {
	const tellers = new WeakMap<Element, Tell>();
	const observer = new Observer((changes) => {
		// Told one by one as they are measured, each change would have the page laid out again for the next.
		const cuts = changes.map(({ target }) => target.scrollHeight > target.clientHeight + SLACK_PX);
		changes.forEach(({ target }, index) => tellers.get(target)?.(cuts[index] === true));
	});
	return (box, tell) => {
		tellers.set(box, tell);
		observer.observe(box);
		return () => observer.unobserve(box);
	};
}

let shared: RoomWatch | undefined;

/** Tells, at once and whenever it changes, whether the text of `box` is cut off. Returns its stop. */
export const watchRoom: RoomWatch = (box, tell) =>
	(shared ??= createRoomWatch(ResizeObserver))(box, tell);
