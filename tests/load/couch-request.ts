type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** A request to CouchDB without anything between. Throws when it isn't answered with success. */
export async function requestCouch(
	url: string,
	method: Method,
	path: { readonly to: string; readonly body: unknown } | string
): Promise<unknown> {
	const { to, body } = typeof path === 'string' ? { to: path, body: undefined } : path;
	const { username, password, origin } = new URL(url);
	const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	const response = await fetch(`${origin}/${to}`, {
		method,
		headers: {
			authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
			...(body !== undefined && { 'content-type': 'application/json' })
		},
		...(body !== undefined && { body: JSON.stringify(body) })
	});
	const answer: unknown = await response.json();
	if (!response.ok) throw new Error(`CouchDB, ${method} ${to}: ${response.status}`);
	return answer;
}
