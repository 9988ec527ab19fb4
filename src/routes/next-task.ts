/**
 * The same value, in a task of its own: what was tapped while the value was being made is answered first.
 * Rejects as the given promise does.
 */
export async function inNextTask<T>(value: Promise<T>): Promise<T> {
	const known = await value;
	await new Promise((resolve) => setTimeout(resolve));
	return known;
}
