/**
 * Whether a request that changes something comes from our own pages. Browsers say where a request
 * comes from; programs that don't may pass, because they carry nobody's cookies.
 */
export type OriginQuestion = {
	readonly origin: string | undefined;
	readonly fetchSite: string | undefined;
	/** Name and port the request was sent to. */
	readonly host: string;
};

export function isOwnOrigin(question: OriginQuestion, publicOrigins: readonly string[]): boolean {
	const { origin, fetchSite, host } = question;
	if (origin !== undefined && publicOrigins.includes(origin)) return true;
	if (fetchSite === 'cross-site' || fetchSite === 'same-site') return false;
	if (origin === undefined) return true;
	return URL.canParse(origin) && new URL(origin).host === host;
}
