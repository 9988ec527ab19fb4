/** A half-typed reason is kept like every other text, bound to the versions it was typed for. */
import { draftKeys } from '#lib/db/drafts.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Session } from '#lib/state/session.svelte.ts';

export type ReasonFor = 'review.return' | 'review.reject';

const PREFIX = 'alasan';

/** A reason for one entry must never turn up at another. */
export function reasonKey(about: ReasonFor, entries: readonly Entry[]): string {
	return [PREFIX, about, ...entries.map(({ version }) => version)].join(':');
}

/** After a decision: whatever was typed about these versions has served. */
export async function forgetReasons(session: Session, entries: readonly Entry[]): Promise<void> {
	const isAbout = (key: string) => entries.some(({ version }) => key.includes(version));
	const keys = await draftKeys(session.db);
	const served = keys.filter((key) => key.startsWith(PREFIX) && isAbout(key));
	await Promise.all(served.map((key) => session.dropDraft(key)));
}
