/** What was done, by its name: from the post's catalogue, or in a person's own words. */
import { type EntryContent } from './entry-content.ts';
import { plainText } from './search.ts';

export type Activity = Pick<EntryContent['activity'], 'code' | 'name'>;

/** Equal for two that are the same; own words are, however they are written large or small. */
export const activityKey = ({ code, name }: Activity): string => code ?? plainText(name.trim());
