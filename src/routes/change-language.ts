import { keepChoice, type Language } from '#lib/state/choices.ts';
import { loadLanguage } from '#lib/ui/messages/language.ts';

/**
 * A new page in another language; drafts are kept as they are typed. Only once its words are here, so
 * that nobody waits for them. False when they can't be had, or the choice can't be kept.
 */
export async function changeLanguage(language: Language): Promise<boolean> {
	try {
		await loadLanguage(language);
	} catch {
		// No line, and they were never needed here.
		return false;
	}
	if (!keepChoice(() => localStorage, 'language', language)) return false;
	location.reload();
	return true;
}
