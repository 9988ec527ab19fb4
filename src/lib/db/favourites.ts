/** Activities a person has marked to find them first. They stay on this device. */
import { type Activity, activityKey } from '../domain/activity.ts';
import { type Database, type FavouriteRow } from './database.ts';

export type Favourite = Activity & { readonly unit: string };

/** In the order in which they were marked. */
export async function favouritesOf(db: Database): Promise<FavouriteRow[]> {
	const rows = await db.favourites.toArray();
	return rows.sort((a, b) => a.addedAt - b.addedAt);
}

/** Marks an activity or takes the mark away; doing it twice is harmless. */
export async function setFavourite(
	db: Database,
	{ code, name, unit }: Favourite,
	mark: { isFavourite: boolean; now: number }
): Promise<void> {
	const key = activityKey({ code, name });
	if (!mark.isFavourite) await db.favourites.delete(key);
	else await db.favourites.put({ key, code, name, unit, addedAt: mark.now });
}
