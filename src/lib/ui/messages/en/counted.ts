/** `1 activity`, `3 activities`: a number with the word in the number that goes with it. */
import { when } from './when.ts';

export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${when.number(count)} ${count === 1 ? one : many}`;

export const activities = (count: number): string => counted(count, 'activity', 'activities');
