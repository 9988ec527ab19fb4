/** One person at one device: a browser profile on disk, a line to the server, and what he does on the screens. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	type BrowserContext,
	chromium,
	expect,
	type Page,
	test,
	type ViewportSize
} from '@playwright/test';
import { type Nip } from '#lib/domain/nip.ts';
import { type Messages } from '#lib/ui/messages/catalogue.ts';
import { en } from '#lib/ui/messages/en.ts';
import { id } from '#lib/ui/messages/id.ts';
import { Line } from '#tests/support/line.ts';

export const PASSWORD = 'contoh-2026';

export class Person {
	readonly nip: Nip;
	#line: Line;
	#profile: string;
	#context: BrowserContext | undefined;
	#page: Page | undefined;
	#isOffline = false;
	#words: Messages = id;

	private constructor(nip: Nip, line: Line, profile: string) {
		this.nip = nip;
		this.#line = line;
		this.#profile = profile;
	}

	static async at(serverUrl: string, nip: Nip): Promise<Person> {
		const profile = await mkdtemp(join(tmpdir(), 'ekinerja-profile-'));
		return new Person(nip, await Line.to(serverUrl), profile);
	}

	get page(): Page {
		if (!this.#page) throw new Error('the browser is closed');
		return this.#page;
	}

	/** What the screens say to him. */
	get words(): Messages {
		return this.#words;
	}

	/** On *Masuk*. */
	async choosesEnglish(): Promise<void> {
		await this.page.getByRole('button', { name: 'English' }).click();
		await expect(this.page.locator('html')).toHaveAttribute('lang', 'en');
		this.#words = en;
	}

	/** At phone size, unless told otherwise. */
	async openBrowser(size?: ViewportSize): Promise<void> {
		const { launchOptions, locale, timezoneId, ...use } = test.info().project.use;
		const viewport = size ?? use.viewport;
		this.#context = await chromium.launchPersistentContext(this.#profile, {
			...launchOptions,
			// From its first moment, before any page or worker of it runs.
			offline: this.#isOffline,
			...(viewport !== undefined && { viewport }),
			...(locale !== undefined && { locale }),
			...(timezoneId !== undefined && { timezoneId })
		});
		this.#page = await this.#context.newPage();
	}

	async closeBrowser(): Promise<void> {
		await this.#context?.close();
		this.#context = undefined;
		this.#page = undefined;
	}

	/** As when the battery ends: no page hears of it. */
	async killBrowser(): Promise<void> {
		const context = this.#context;
		if (!context) return;
		const gone = new Promise((resolve) => context.once('close', resolve));
		const session = await context.newCDPSession(this.page);
		// The answer can't arrive any more.
		void session.send('Browser.crash').catch(() => undefined);
		await gone;
		await this.closeBrowser();
	}

	async loseSignal(): Promise<void> {
		this.#isOffline = true;
		this.#line.cut();
		await this.#context?.setOffline(true);
	}

	/** What is sent arrives, and nothing comes back. */
	loseAnswers(): void {
		this.#line.freezeAnswers();
	}

	async findSignal(): Promise<void> {
		this.#line.mend();
		this.#line.thaw();
		this.#isOffline = false;
		await this.#context?.setOffline(false);
	}

	async goTo(path: string): Promise<void> {
		await this.page.goto(this.#line.url + path);
		await this.page.locator('h1').waitFor();
	}

	async signIn(password = PASSWORD): Promise<void> {
		await this.page.getByLabel('NIP').fill(this.nip);
		const { signIn } = this.words;
		await this.page.getByLabel(signIn.password, { exact: true }).fill(password);
		await this.page.getByRole('button', { name: signIn.submit, exact: true }).click();
	}

	/** Signed in, everything delivered, and the app itself kept on the device. */
	async settles(): Promise<void> {
		await this.seesAllSent();
		await this.page.evaluate(async () => void (await navigator.serviceWorker.ready));
	}

	/** The one line on every screen that tells how far the work has got. */
	async seesDelivery(words: RegExp, region = this.words.frame.deliveryLabel): Promise<void> {
		const line = this.page.getByRole('region', { name: region });
		await expect(line.getByText(words)).toBeVisible({ timeout: 60_000 });
	}

	seesAllSent(): Promise<void> {
		return this.seesDelivery(new RegExp(this.words.delivery.allSent('').replace(/\W+$/, '')));
	}

	async dispose(): Promise<void> {
		await this.closeBrowser();
		await this.#line.close();
		await rm(this.#profile, { recursive: true, force: true });
	}
}
