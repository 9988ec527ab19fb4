/**
 * What is chosen for this device, whoever works on it: it must be known before the first thing is drawn,
 * so it is kept where it can be read at once. `app.html` wears theme and text size, at the start and
 * whenever they change; a language needs a new page.
 */

export type Choices = {
	readonly language: 'id' | 'en';
	readonly theme: 'device' | 'light' | 'dark';
	readonly textSize: 'normal' | 'large' | 'larger' | 'largest';
};
export type Language = Choices['language'];

/** The first of each is what holds until somebody chooses. */
export const CHOICES: { readonly [K in keyof Choices]: readonly [Choices[K], ...Choices[K][]] } = {
	language: ['id', 'en'],
	theme: ['device', 'light', 'dark'],
	textSize: ['normal', 'large', 'larger', 'largest']
};

/** May throw by itself where a browser keeps nothing. */
type Store = () => Pick<Storage, 'getItem' | 'setItem'>;

export function readChoice<K extends keyof Choices>(store: Store, name: K): Choices[K] {
	const [usual, ...others] = CHOICES[name];
	const kept = readKept(store, name);
	return others.find((choice) => choice === kept) ?? usual;
}

function readKept(store: Store, name: string): string | null {
	try {
		return store().getItem(name);
	} catch {
		// Such a browser has no database either, and is told so; until then it is as if nothing was chosen.
		return null;
	}
}

/** Whether it could be kept. */
export function keepChoice<K extends keyof Choices>(
	store: Store,
	name: K,
	choice: Choices[K]
): boolean {
	try {
		store().setItem(name, choice);
		return true;
	} catch {
		// The device is full, or keeps nothing.
		return false;
	}
}
