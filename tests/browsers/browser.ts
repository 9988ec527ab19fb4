/** A browser as the journey sees it, and how it is found. One file per way of driving it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Browser = {
	/** Name and version, as it says itself. */
	readonly version: string;
	goTo(url: string): Promise<void>;
	/** Runs the body of a function in the page and gives what it returns or promises. */
	run(body: string): Promise<unknown>;
	/** Presses the element that the body returns, with the browser's own pointer. */
	press(body: string): Promise<void>;
	/** Types into the element that the body returns, key by key. */
	type(body: string, text: string): Promise<void>;
	close(): Promise<void>;
};

export type Tested = {
	readonly name: string;
	/** The reason it can't be tested here; nothing when it can. */
	missing(): string | undefined;
	/** Whether it can be closed and opened again without forgetting everything. */
	readonly keepsProfile: boolean;
	open(profile: string): Promise<Browser>;
};

/** The program at `given` and no other, where something is given; else the first of these, by path or by name. */
export function installed(given: string | undefined, ...others: string[]): string | undefined {
	const wanted = given === undefined || given === '' ? others : [given];
	return wanted.flatMap(placesOf).find((path) => existsSync(path));
}

function placesOf(program: string): string[] {
	if (program.includes('/')) return [program];
	return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
}
