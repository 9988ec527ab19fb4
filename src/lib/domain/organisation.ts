/** People, posts and units: the documents that say who is who and where. */
import * as z from 'zod/mini';
import { Zone } from './day.ts';
import { WorkDocument } from './document.ts';
import { EmploymentType, Nip } from './nip.ts';

export const Person = z.extend(WorkDocument, {
	nip: Nip,
	name: z.string().check(z.minLength(1)),
	employmentType: EmploymentType,
	position: z.string(),
	unit: z.string()
});
export type Person = z.infer<typeof Person>;

export const Unit = z.extend(WorkDocument, { name: z.string(), agency: z.string(), zone: Zone });
export type Unit = z.infer<typeof Unit>;

/** One line of a post's catalogue; `standardMinutes` is the norm for one `unit` of output. */
export const CatalogueActivity = z.object({
	code: z.string(),
	name: z.string(),
	unit: z.string(),
	standardMinutes: z.int().check(z.positive())
});
export type CatalogueActivity = z.infer<typeof CatalogueActivity>;

export const Position = z.extend(WorkDocument, {
	name: z.string(),
	activities: z.array(CatalogueActivity)
});
export type Position = z.infer<typeof Position>;

/** Where nothing is known of a person's unit. */
export const DEFAULT_ZONE: Zone = 'WITA';
