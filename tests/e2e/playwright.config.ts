/** Browser tests run against the built app and the real server, on whatever Chromium tests/run.mjs found. */
import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	workers: 1,
	fullyParallel: false,
	timeout: 180_000,
	expect: { timeout: 15_000 },
	reporter: process.env.E2E_JSON
		? [['list'], ['json', { outputFile: process.env.E2E_JSON }]]
		: 'list',
	use: {
		locale: 'id-ID',
		timezoneId: 'Asia/Makassar',
		viewport: { width: 360, height: 740 },
		launchOptions: {
			executablePath,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});
