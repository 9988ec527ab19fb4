/** From a user agent to what a person may recognise his device by. Coarse on purpose. */
import { type DeviceKind } from '#lib/protocol/session.ts';

/** The first that fits counts: most browsers also name those they descend from. */
const BROWSERS: readonly [RegExp, DeviceKind['browser']][] = [
	[/\bEdg(?:e|A|iOS)?\//, 'edge'],
	[/\b(?:OPR|OPiOS|OPT)\//, 'opera'],
	[/\bSamsungBrowser\//, 'samsung'],
	[/\b(?:Firefox|FxiOS)\//, 'firefox'],
	[/\b(?:Chrome|Chromium|HeadlessChrome|CriOS)\//, 'chrome'],
	[/\bSafari\//, 'safari']
];

const SYSTEMS: readonly [RegExp, DeviceKind['system']][] = [
	[/\bAndroid\b/, 'android'],
	[/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
	[/\bCrOS\b/, 'chromeos'],
	[/\bWindows\b/, 'windows'],
	[/\bMac OS X\b/, 'mac'],
	[/\bLinux\b/, 'linux']
];

export function deviceKindOf(userAgent = ''): DeviceKind {
	const first = <T>(table: readonly [RegExp, T][]) =>
		table.find(([pattern]) => pattern.test(userAgent))?.[1];
	return { browser: first(BROWSERS) ?? 'other', system: first(SYSTEMS) ?? 'other' };
}
