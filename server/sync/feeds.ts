/**
 * The total of every feed, and which revisions came last, in memory (design section 7).
 *
 * A device that names a total this process remembers lacks exactly the documents committed since; no
 * database is read to know that. The writing process adjusts its own numbers by `record`; the
 * database's change feed tells of other writers, whose change makes the feed's total unknown until
 * it is read again, for many feeds in one grouped query.
 *
 * Loaded in one pass at start, so a feed nobody has written to is known to be empty.
 */
import { type DocumentId, type Feed, feedOf } from '#lib/domain/document.ts';
import { adjust, EMPTY_TOTAL, type Total } from '#lib/domain/total.ts';
import { type Change, type Database } from '#server/db/database.ts';

/** Commits remembered per feed; a device further behind is compared instead. */
const MAX_REMEMBERED = 200;
/** Own revisions remembered until the change feed tells them, where it does so late. */
const MAX_OWN = 50_000;

type Step = { readonly before: string; readonly id: DocumentId };
type FeedState = { total: Total; steps: Step[] };

/** Revisions of one document made and heard while it is written: which is whose is known at the end. */
type Writing = { readonly made: string[]; readonly heard: string[] };

const nameOf = ([count, sum]: Total): string => `${count}:${sum}`;

export class Feeds {
	#database: Database;
	#states = new Map<Feed, FeedState>();
	/** Feeds whose total must be read again; the number tells a reader whether it was overtaken. */
	#unknown = new Map<Feed, number>();
	/** Revisions this process made and hasn't heard of yet, each with its id. */
	#own = new Set<string>();
	/** What this process is writing. */
	#writing = new Map<DocumentId, Writing>();
	#forgotten = 0;
	#isLoaded = false;
	#gaps = 0;
	#reading: Promise<void> | undefined;

	constructor(database: Database) {
		this.#database = database;
	}

	/**
	 * Forgets everything and reads all totals anew: at start, and after a gap in the change feed.
	 * When the database doesn't answer, whoever asks for totals next makes it try again.
	 */
	async load(): Promise<void> {
		this.#isLoaded = false;
		this.#gaps += 1;
		this.#states.clear();
		this.#unknown.clear();
		await this.totals([]);
	}

	/** Says which documents this process is about to write; `endWrite` must follow. */
	beginWrite(ids: readonly DocumentId[]): void {
		for (const id of ids) this.#writing.set(id, { made: [], heard: [] });
	}

	/**
	 * Judges what the change feed told of these documents while they were being written. Returns
	 * those that another writer changed too.
	 */
	endWrite(ids: readonly DocumentId[]): DocumentId[] {
		const foreign = ids.filter((id) => this.#endWriting(id));
		for (const id of foreign) this.forget(feedOf(id));
		return foreign;
	}

	/** Whether another writer changed the document meanwhile. */
	#endWriting(id: DocumentId): boolean {
		const { made, heard } = this.#writing.get(id) ?? { made: [], heard: [] };
		this.#writing.delete(id);
		for (const rev of made) if (!heard.includes(rev)) this.#remember(`${id} ${rev}`);
		const unknown = heard.filter((rev) => !made.includes(rev));
		return unknown.filter((rev) => !this.#own.delete(`${id} ${rev}`)).length > 0;
	}

	/** Takes in a commit of this process; `before` is the revision it replaced. */
	record(id: DocumentId, before: string | undefined, after: string): void {
		const writing = this.#writing.get(id);
		if (writing) writing.made.push(after);
		else this.#remember(`${id} ${after}`);
		const feed = feedOf(id);
		if (!this.#isLoaded || this.#unknown.has(feed)) {
			this.forget(feed);
			return;
		}
		const state = this.#states.get(feed) ?? { total: EMPTY_TOTAL, steps: [] };
		state.steps.push({ before: nameOf(state.total), id });
		if (state.steps.length > MAX_REMEMBERED) state.steps.shift();
		state.total = adjust(state.total, before, after);
		this.#states.set(feed, state);
	}

	/** Takes in what the change feed tells; another writer's change makes its feed unknown. */
	hear({ id, rev }: Change): 'own' | 'foreign' {
		const writing = this.#writing.get(id);
		if (writing) writing.heard.push(rev);
		if (writing || this.#own.delete(`${id} ${rev}`)) return 'own';
		this.forget(feedOf(id));
		return 'foreign';
	}

	/** Somebody else wrote to the feed, or its total was proven wrong: it is read again before it is told. */
	forget(feed: Feed): void {
		const total = this.#states.get(feed)?.total ?? EMPTY_TOTAL;
		this.#states.set(feed, { total, steps: [] });
		this.#forgotten += 1;
		this.#unknown.set(feed, this.#forgotten);
	}

	/** Current totals. Reads the database only for feeds another writer has touched. */
	async totals(feeds: readonly Feed[]): Promise<Map<Feed, Total>> {
		while (!this.#isLoaded) await this.#read();
		// The second read began after this call: its answer holds here even if changes overtake it.
		for (let reads = 0; reads < 2 && this.#isAnyUnknown(feeds); reads += 1) await this.#read();
		return new Map(feeds.map((feed) => [feed, this.#states.get(feed)?.total ?? EMPTY_TOTAL]));
	}

	/** Ids committed since the feed had `total`, each once; nothing when that isn't remembered. */
	since(feed: Feed, total: Total): DocumentId[] | undefined {
		const steps = this.#states.get(feed)?.steps ?? [];
		const name = nameOf(total);
		const from = steps.findIndex((step) => step.before === name);
		return from < 0 ? undefined : [...new Set(steps.slice(from).map(({ id }) => id))];
	}

	#isAnyUnknown(feeds: readonly Feed[]): boolean {
		return feeds.some((feed) => this.#unknown.has(feed));
	}

	/** One grouped query for everything unknown; callers who come meanwhile share the next one. */
	#read(): Promise<void> {
		this.#reading ??= (this.#isLoaded ? this.#readUnknown() : this.#readAll()).finally(() => {
			this.#reading = undefined;
		});
		return this.#reading;
	}

	async #readAll(): Promise<void> {
		const gaps = this.#gaps;
		const totals = await this.#database.totals();
		if (gaps !== this.#gaps) return;
		this.#states = new Map([...totals].map(([feed, total]) => [feed, { total, steps: [] }]));
		this.#isLoaded = true;
	}

	async #readUnknown(): Promise<void> {
		const asked = new Map(this.#unknown);
		const totals = await this.#database.totals([...asked.keys()]);
		for (const [feed, mark] of asked) {
			this.#states.set(feed, { total: totals.get(feed) ?? EMPTY_TOTAL, steps: [] });
			// A change heard while the query ran may or may not be in its answer.
			if (this.#unknown.get(feed) === mark) this.#unknown.delete(feed);
		}
	}

	#remember(revision: string): void {
		this.#own.add(revision);
		if (this.#own.size <= MAX_OWN) return;
		const [oldest] = this.#own;
		if (oldest !== undefined) this.#own.delete(oldest);
	}
}
