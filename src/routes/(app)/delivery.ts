/** The one truthful line about delivery, from what the device knows. Pure, so it can be tested. */
import { type OutboxRow } from '#lib/db/database.ts';
import { type Day, type Zone } from '#lib/domain/day.ts';
import { type SyncStatus } from '#lib/state/sync-status.svelte.ts';
import { type IconName } from '#lib/ui/icons.ts';
import { messages } from '#lib/ui/messages/messages.ts';

export type DeliveryLine = {
	readonly tone: 'good' | 'info' | 'warn';
	readonly icon: IconName;
	readonly text: string;
};

export type DeliveryState = Pick<
	SyncStatus,
	'phase' | 'lastSuccessAt' | 'failure' | 'nextTryAt' | 'signedOut'
> & {
	readonly rows: readonly Pick<OutboxRow, 'state' | 'mutation'>[];
	readonly now: number;
	readonly today: Day;
	readonly zone: Zone;
	/** See state/background.ts; without it nothing is sent while the app is closed. */
	readonly deliversWhenClosed: boolean;
	/** What the browser says of the line before anything was tried on it; `true` promises nothing. */
	readonly hasLine: boolean;
	/** Something of it was recorded a moment ago and is on its way; see going.ts. */
	readonly isGoing: boolean;
	/** Forms that were begun and not saved: nothing of them is sent. */
	readonly drafts: number;
	/** Nothing of it is ever sent. */
	readonly isPractice: boolean;
};

/** What waits, in words: several changes of one entry are one activity to its author. */
export function waitingWords(rows: DeliveryState['rows']): string | undefined {
	const waiting = rows.filter(({ state }) => state !== 'refused').map(({ mutation }) => mutation);
	if (waiting.length === 0) return undefined;
	const about = (own: boolean) =>
		new Set(
			waiting
				.filter(({ kind }) => kind.startsWith('entry.') === own)
				.map(({ documentId }) => documentId)
		).size;
	return messages.delivery.counted(about(true), about(false));
}

export function deliveryLine(state: DeliveryState): DeliveryLine {
	const text = messages.delivery;
	const waiting = waitingWords(state.rows);
	if (!state.isPractice) {
		if (waiting === undefined) return nothingWaits(state);
		const line = somethingWaits(state, waiting);
		if (state.drafts === 0) return line;
		return { ...line, text: text.andDrafts(line.text.replace(/\.$/, ''), state.drafts) };
	}
	if (waiting === undefined) return { tone: 'info', icon: 'practice', text: text.practice };
	const asIf = somethingWaits(state, waiting);
	return { ...asIf, text: text.practised(asIf.text) };
}

/** What is said to whoever asks to send now; it follows what becomes of that. */
export function answerToSend(state: DeliveryState): string {
	const text = messages.delivery;
	const { failure, hasLine, phase } = state;
	const isWork = waitingWords(state.rows) !== undefined;
	if (!hasLine) return isWork ? text.noSignalNow : text.noSignalForNews;
	if (phase === 'syncing') return text.sendingNow;
	if (!failure) return deliveryLine(state).text;
	return failure.type === 'busy' ? text.busyNow(nextTry(state)) : text.notNow(nextTry(state));
}

function nothingWaits(state: DeliveryState): DeliveryLine {
	const text = messages.delivery;
	const { lastSuccessAt, phase, signedOut } = state;
	if (signedOut) return { tone: 'warn', icon: 'lock', text: text.signInForNews };
	if (lastSuccessAt === undefined) {
		const isLoading = phase === 'syncing';
		return { tone: 'info', icon: 'sync', text: isLoading ? text.firstLoad : text.allSentNever };
	}
	const moment = messages.when.momentSeenOn(lastSuccessAt, state.zone, state.today);
	const trouble = state.hasLine ? state.failure?.type : 'no-line';
	if (!trouble && state.drafts > 0) {
		return { tone: 'info', icon: 'done', text: text.allSentButDrafts(moment, state.drafts) };
	}
	if (!trouble) return { tone: 'good', icon: 'done', text: text.allSent(moment) };
	const isCut = trouble === 'no-line' || trouble === 'offline' || trouble === 'cut';
	const icon = isCut ? 'noSignal' : 'sync';
	return { tone: 'info', icon, text: text.allSentBut(moment, text.noNewsBecause[trouble]) };
}

function somethingWaits(state: DeliveryState, waiting: string): DeliveryLine {
	const text = messages.delivery;
	const { failure, phase, signedOut } = state;
	if (signedOut) {
		return { tone: 'warn', icon: 'lock', text: text.waitingBecause['signed-out'](waiting) };
	}
	if (phase === 'syncing' || state.isGoing) {
		return { tone: 'info', icon: 'send', text: text.sending(waiting) };
	}
	if (!state.hasLine) {
		return {
			tone: 'info',
			icon: 'noSignal',
			text: text.waitingBecause.offline(waiting)
		};
	}
	if (!failure) return { tone: 'info', icon: 'device', text: text.waiting(waiting) };
	const isOffline = failure.type === 'offline';
	const next = nextTry(state);
	if (failure.type === 'busy' && next !== undefined) {
		const words = state.deliversWhenClosed ? text.busyWhileOpen : text.busyUntil;
		return { tone: 'warn', icon: 'sync', text: words(waiting, next) };
	}
	return {
		tone: isOffline ? 'info' : 'warn',
		icon: isOffline ? 'noSignal' : 'sync',
		text: text.waitingBecause[failure.type](waiting, next)
	};
}

export function nextTry({ nextTryAt, now, today, zone }: DeliveryState): string | undefined {
	if (nextTryAt === undefined || nextTryAt <= now) return undefined;
	return messages.when.momentSeenOn(nextTryAt, zone, today);
}
