/**
 * How the reviewer has the queue before him: kept in memory for as long as he is signed in, so that he comes
 * back from an entry to where he was. How groups lie is kept for one visit: nothing moves under his hand.
 */
import { SvelteMap } from 'svelte/reactivity';
import { type EntryRow } from '#lib/db/database.ts';
import { type SeenVersions } from '#lib/db/seen.ts';
import { type Day } from '#lib/domain/day.ts';
import { type DocumentId } from '#lib/domain/document.ts';
import { type Entry } from '#lib/domain/entry.ts';
import { type Session } from '#lib/state/session.svelte.ts';
import {
	type Filter,
	type Group,
	type Grouping,
	GROUPINGS,
	inOrder,
	keepOpen,
	keepOrder,
	keepPlaces,
	NO_FILTER,
	NOTHING_OPEN,
	NOTHING_SELECTED,
	selectedAgain,
	type Selection,
	withoutOne
} from './queue.ts';
import { Sight } from './sight.ts';

/** So many entries are open at once until the person opens more. */
const ROOM = 15;
/** A cheap phone shows so many at a tap without a pause. */
const PAGE = 15;
const DECISIONS = 10;

/** The entry that was opened, and how far from the top of the screen it stood. */
type Left = { readonly id: DocumentId; readonly topPx: number };

type Entering = {
	readonly isReturn: boolean;
	readonly rows: readonly EntryRow[];
	readonly seen: SeenVersions;
};

export class QueueView {
	readonly sight: Sight;
	filter = $state.raw<Filter>(NO_FILTER);
	selection = $state.raw<Selection>(NOTHING_SELECTED);
	/** The Monday of the week looked at; absent for this week. */
	week = $state<Day>();
	/** By what groups are of, or that and a filter. Written while they are read, so not reactive. */
	#lying = {
		order: new Map<Grouping, readonly string[]>(), // eslint-disable-line svelte/prefer-svelte-reactivity
		open: new Map<string, ReadonlySet<string>>(), // eslint-disable-line svelte/prefer-svelte-reactivity
		places: new Map<Grouping, readonly DocumentId[]>() // eslint-disable-line svelte/prefer-svelte-reactivity
	};
	#chosen = new SvelteMap<string, boolean>();
	#shown = new SvelteMap<string, number>();
	/** When several were decided last: what was selected, and by what the queue was sifted. */
	#last:
		| { readonly before: Selection; readonly decided: readonly Entry[]; readonly filter: Filter }
		| undefined;
	#left: Left | undefined;
	#decisions = $state(0);
	#isLed = false;
	/** Taps of his that decided several, and show them. */
	#unfolded = new SvelteMap<string, true>();
	#storedGrouping: Grouping = 'person';
	#chosenGrouping = $state.raw<Grouping>();

	constructor(reviewer: string) {
		this.sight = new Sight(reviewer);
	}

	/** The queue is shown: to somebody who comes back from an entry it lies as he left it. */
	enter({ isReturn, rows, seen }: Entering): void {
		this.sight.remember(seen);
		if (isReturn) {
			if (this.#left) this.#seeAnew(this.#left.id, rows);
			return;
		}
		this.#left = undefined;
		this.foldDecisions();
		this.sight.keepOnly(this.selection);
		for (const each of Object.values(this.#lying)) each.clear();
	}

	/** What was opened has been seen; a tick was for the version that was shown here. */
	#seeAnew(id: DocumentId, rows: readonly EntryRow[]): void {
		const ticked = this.sight.forget(id)?.version;
		const now = rows.find((row) => row.id === id)?.entry.version;
		if (ticked === now) return;
		this.selection = withoutOne(this.selection, id);
	}

	/** Entries were decided: nothing stays selected. */
	decide(decided: readonly Entry[]): void {
		const { selection: before, filter } = this;
		this.#last = decided.length > 1 ? { before, decided, filter } : undefined;
		this.selection = NOTHING_SELECTED;
	}

	/** The last decision was taken back, and these came back: they are selected as before, unless something else is shown since. */
	takeBack(back: readonly Entry[]): void {
		const last = this.#last;
		this.#last = undefined;
		if (last?.filter === this.filter)
			this.selection = selectedAgain(this.selection, { ...last, back });
	}

	/** How many of his decisions are shown; none while they are folded. Reactive. */
	get decisions(): number {
		return this.#decisions;
	}

	/** How many more of `total` a tap would show. */
	furtherDecisions(total: number): number {
		return Math.min(DECISIONS, total - this.#decisions);
	}

	openDecisions(): void {
		this.#decisions ||= DECISIONS;
	}

	/** The same for whoever asks for them from above: once unfolded they come into sight; unfolded before, the link alone leads there. */
	leadToDecisions(): void {
		this.#isLed = this.#decisions === 0;
		this.openDecisions();
	}

	/** Whether somebody has just asked for his decisions. */
	takeLed(): boolean {
		const isLed = this.#isLed;
		this.#isLed = false;
		return isLed;
	}

	foldDecisions(): void {
		this.#decisions = 0;
		this.#isLed = false;
		this.#unfolded.clear();
	}

	moreDecisions(): void {
		this.#decisions += DECISIONS;
	}

	/** Whether the decisions of one tap are shown one by one. Reactive. */
	isUnfolded(key: string): boolean {
		return this.#unfolded.has(key);
	}

	toggleUnfolded(key: string): void {
		if (!this.#unfolded.delete(key)) this.#unfolded.set(key, true);
	}

	/** An entry is opened. */
	leave(left: Left): void {
		this.#left = left;
	}

	/** Which entry was left, once. */
	takeLeft(): Left | undefined {
		const left = this.#left;
		this.#left = undefined;
		return left;
	}

	/** What groups are of: as chosen here, else as `stored`, and while that is still being read as last. Reactive. */
	groupingOf(stored: string | undefined): Grouping {
		this.#storedGrouping = GROUPINGS.find((each) => each === stored) ?? this.#storedGrouping;
		return this.#chosenGrouping ?? this.#storedGrouping;
	}

	/** The person wants it so from now on; that it is stored is the caller's. */
	groupBy(grouping: Grouping): void {
		this.#chosenGrouping = grouping;
	}

	/** Groups of everything as they lie. */
	layOut(grouping: Grouping, groups: readonly Group[]): Group[] {
		const { order, places } = this.#lying;
		order.set(grouping, keepOrder(order.get(grouping) ?? [], groups));
		const laid = inOrder(groups, order.get(grouping) ?? []);
		const now = laid.flatMap(({ items }) => items.map(({ row }) => row.id));
		places.set(grouping, keepPlaces(places.get(grouping) ?? [], now));
		return laid;
	}

	/** Which group it is, counted from the first, whatever has gone: the same for the first of another grouping. */
	placeOf(grouping: Grouping, key: string): number {
		return (this.#lying.order.get(grouping) ?? []).indexOf(key);
	}

	/** Entries in the order in which they lie, with those that have gone. */
	places(grouping: Grouping): readonly DocumentId[] {
		return this.#lying.places.get(grouping) ?? [];
	}

	/** Which of these groups are open while the person hasn't said. */
	openOf(grouping: Grouping, groups: readonly Group[]): ReadonlySet<string> {
		const { open } = this.#lying;
		const about = JSON.stringify([grouping, this.filter]);
		const kept = keepOpen(open.get(about) ?? NOTHING_OPEN, groups, ROOM);
		open.set(about, kept);
		return kept;
	}

	/** What the person said himself. Reactive. */
	chosen(grouping: Grouping, key: string): boolean | undefined {
		return this.#chosen.get(`${grouping}:${key}`);
	}

	choose(grouping: Grouping, key: string, isOpen: boolean): void {
		this.#chosen.set(`${grouping}:${key}`, isOpen);
	}

	/** How many entries of a group are shown when it is open. Reactive. */
	shown(grouping: Grouping, key: string): number {
		return this.#shown.get(`${grouping}:${key}`) ?? PAGE;
	}

	/** How many more a tap would show. */
	more(grouping: Grouping, { key, items }: Group): number {
		return Math.min(PAGE, items.length - this.shown(grouping, key));
	}

	showMore(grouping: Grouping, key: string): void {
		this.#shown.set(`${grouping}:${key}`, this.shown(grouping, key) + PAGE);
	}
}

const views = new WeakMap<Session, QueueView>();

export function viewOf(session: Session): QueueView {
	const view = views.get(session) ?? new QueueView(session.nip);
	views.set(session, view);
	return view;
}
