/** Boxes of which it is asked whether they are on the screen, watched by one observer. */
type Tell = (isSeen: boolean) => void;

export type SightWatch = (box: Element, tell: Tell) => () => void;

export function createSightWatch(Observer: typeof IntersectionObserver): SightWatch {
	const tellers = new WeakMap<Element, Tell>();
	const observer = new Observer((changes) => {
		for (const { target, isIntersecting } of changes) tellers.get(target)?.(isIntersecting);
	});
	return (box, tell) => {
		tellers.set(box, tell);
		observer.observe(box);
		return () => observer.unobserve(box);
	};
}

let shared: SightWatch | undefined;

/** Tells, soon and whenever it changes, whether any of `box` is on the screen. Returns its stop. */
export const watchSight: SightWatch = (box, tell) =>
	(shared ??= createSightWatch(IntersectionObserver))(box, tell);
