/** What is known of the way a person works, for offers: his favourites, what he did lately and when. */
import { type Database, type FavouriteRow } from '#lib/db/database.ts';
import { entriesBetween, recentActivities, type RecentActivity } from '#lib/db/entries.ts';
import { favouritesOf } from '#lib/db/favourites.ts';
import { addDays, type Day } from '#lib/domain/day.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { HABIT_DAYS, type Work } from '#lib/domain/recurring.ts';

/** Enough to find again by a few letters what was done weeks ago. */
const RECENT_COUNT = 60;

export type Habits = {
	/** The first day that may be recorded. */
	readonly first: Day;
	readonly favourites: readonly FavouriteRow[];
	readonly recent: readonly RecentActivity[];
	/** Work that stands, from early enough to know what is usual on `first`. */
	readonly work: readonly Work[];
};

export async function habitsOf(db: Database, nip: Nip, first: Day): Promise<Habits> {
	const days = { from: addDays(first, -HABIT_DAYS), to: '9999-12-31' };
	const [favourites, recent, rows] = await Promise.all([
		favouritesOf(db),
		recentActivities(db, nip, RECENT_COUNT),
		entriesBetween(db, nip, days)
	]);
	const work = rows
		.filter(({ status }) => status !== 'withdrawn' && status !== 'rejected')
		.map(({ date, entry }) => ({ date, content: entry.content }));
	return { first, favourites, recent, work };
}
