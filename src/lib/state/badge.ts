/** The number on the app's icon. A browser without it goes without. */
type Badged = Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;

export function showBadge(navigator: Badged, count: number): void {
	const shown = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
	// The app is not installed, or the person wants no badges.
	shown?.catch(() => undefined);
}
