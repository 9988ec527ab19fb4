/** The languages people can read, and putting one in place. */
import { putInPlace } from './first.ts';

export type Language = 'id' | 'en';

/** Each in its own words, for who can't read the others. */
export const LANGUAGE_NAMES: Record<Language, string> = {
	id: 'Bahasa Indonesia',
	en: 'English'
};

/** Before the first page. Throws when the language can't be had now; then it stays Indonesian. */
export async function loadLanguage(language: Language): Promise<void> {
	if (language === 'id') return;
	const { en } = await import('./en.ts');
	putInPlace(en);
}
