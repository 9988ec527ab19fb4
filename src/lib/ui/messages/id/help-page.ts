/** What a page of help is made of. */
export type HelpPage = {
	readonly title: string;
	/** What the drawing shows, for who can't see it. */
	readonly picture: string;
	readonly see: readonly string[];
	readonly act: readonly string[];
	readonly whatIf: readonly Question[];
};

export type Question = { readonly ask: string; readonly answer: string };
