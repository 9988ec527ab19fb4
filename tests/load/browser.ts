/** A real Chromium for benches, with a profile on disk as a person's browser has, and a server on the built app. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { type Place } from './place.ts';

const INSTALLED = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Throws when the app isn't built. */
export function openBrowser(place: Place): Promise<BrowserContext> {
	if (!existsSync('build/shell.html')) throw new Error('build the app first: npm run build');
	return chromium.launchPersistentContext(join(place.directory, 'profile'), {
		...(existsSync(INSTALLED) && { executablePath: INSTALLED }),
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
		viewport: { width: 360, height: 740 },
		locale: 'id-ID',
		timezoneId: 'Asia/Makassar'
	});
}
