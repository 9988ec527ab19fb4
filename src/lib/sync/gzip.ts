/** Below this the gzip frame costs more than it saves. */
const MIN_CHARACTERS = 200;

export type Packed = {
	readonly body: string | Uint8Array<ArrayBuffer>;
	readonly headers: Readonly<Record<string, string>>;
};

/** A body as it travels: gzip'd where the browser can and where that makes it smaller. */
export async function gzip(text: string): Promise<Packed> {
	const plain = { body: text, headers: {} };
	if (text.length <= MIN_CHARACTERS || typeof CompressionStream === 'undefined') return plain;
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	const body = new Uint8Array(await new Response(stream).arrayBuffer());
	return body.byteLength < text.length ? { body, headers: { 'content-encoding': 'gzip' } } : plain;
}
