/** How delivery stands at this moment, for whoever shows it. Reactive. */
import { online } from 'svelte/reactivity/window';
import { type OutboxRow } from '#lib/db/database.ts';
import { draftKeys } from '#lib/db/drafts.ts';
import { deliversWhenClosed } from '#lib/state/background.ts';
import { Live } from '#lib/state/live.ts';
import { type Session } from '#lib/state/session.svelte.ts';
import { isForm } from './catat/draft.ts';
import { type DeliveryState } from './delivery.ts';
import { Going } from './going.ts';
import { type Ticking } from './ticking.svelte.ts';

export class DeliveryNow {
	#session: Session;
	#ticking: Ticking;
	#going: Going;
	#drafts: Live<string[]>;
	#isPractice: boolean;

	constructor(session: Session, ticking: Ticking, { isPractice }: { isPractice: boolean }) {
		this.#session = session;
		this.#ticking = ticking;
		this.#going = new Going(session);
		this.#drafts = new Live(() => draftKeys(session.db), []);
		this.#isPractice = isPractice;
	}

	stateOf(rows: readonly OutboxRow[]): DeliveryState {
		const { phase, lastSuccessAt, failure, nextTryAt, signedOut } = this.#session.sync;
		const { now, today } = this.#ticking;
		return {
			phase,
			lastSuccessAt,
			failure,
			nextTryAt,
			signedOut,
			rows,
			now,
			today,
			zone: this.#session.zone(),
			deliversWhenClosed: deliversWhenClosed(),
			hasLine: online.current !== false,
			isGoing: rows.some(
				({ state, mutation }) => state !== 'refused' && this.#going.has(mutation.recordedAt)
			),
			drafts: this.#drafts.current.filter(isForm).length,
			isPractice: this.#isPractice
		};
	}
}
