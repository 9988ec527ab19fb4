/**
 * The built app. Every address that is no file is the app's shell, which routes by itself. Pages carry
 * a strict content security policy; the inline scripts of the build are allowed by their hashes, so
 * they must be read before the first page is served.
 */
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const SHELL = 'shell.html';

export type Pages = { readonly directory: string; readonly policy: string };

/** Reads what the policy needs. Throws {@link PagesMissing} when the app isn't built. */
export async function loadPages(directory: string): Promise<Pages> {
	const files = await readdir(directory).catch((): string[] => []);
	if (!files.includes(SHELL)) throw new PagesMissing(directory);
	const pages = files.filter((file) => file.endsWith('.html'));
	const texts = await Promise.all(pages.map((file) => readFile(join(directory, file), 'utf8')));
	return { directory: resolve(directory), policy: policyFor(texts.flatMap(inlineScripts)) };
}

export class PagesMissing extends Error {
	override name = 'PagesMissing';

	constructor(directory: string) {
		super(`There is no built app in ${directory}. Build it first: npm run build`);
	}
}

function inlineScripts(html: string): string[] {
	const scripts = html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/gi);
	return [...scripts].flatMap(({ groups }) =>
		groups?.['text'] && !/\ssrc=/i.test(groups['attributes'] ?? '') ? [groups['text']] : []
	);
}

function policyFor(scripts: readonly string[]): string {
	const hashes = new Set(
		scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
	);
	return [
		"default-src 'none'",
		`script-src ${["'self'", ...hashes].join(' ')}`,
		"style-src 'self'",
		// Svelte sets single properties in style attributes; style elements stay forbidden.
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'"
	].join('; ');
}

const IMMUTABLE = 'public, max-age=31536000, immutable';
const REVALIDATE = 'no-cache';

/** Headers of the file at `path`; those of a page only where there is something to protect. */
export function pageHeaders(path: string, policy: string): Record<string, string> {
	const file = path.replace(/\.(?:br|gz)$/, '');
	const isImmutable = file.includes('/_app/immutable/');
	const headers = {
		'cache-control': isImmutable ? IMMUTABLE : REVALIDATE,
		'x-content-type-options': 'nosniff',
		vary: 'accept-encoding'
	};
	if (!file.endsWith('.html') && !file.endsWith('/service-worker.js')) return headers;
	return {
		...headers,
		'content-security-policy': policy,
		'cross-origin-opener-policy': 'same-origin',
		'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
		'referrer-policy': 'no-referrer'
	};
}

/** Serves files, and the shell where there is none. Anything else that isn't there is left to `notFound`. */
export async function servePages(
	app: FastifyInstance,
	pages: Pages,
	notFound: (reply: FastifyReply) => FastifyReply
): Promise<void> {
	await app.register(fastifyStatic, {
		root: pages.directory,
		preCompressed: true,
		index: false,
		cacheControl: false,
		setHeaders: (response, path) => {
			const headers = pageHeaders(path.replaceAll('\\', '/'), pages.policy);
			for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		}
	});
	// The service worker asks for the shell by its address, with no wish for a page.
	for (const address of ['/', '/shell'])
		app.get(address, (_request, reply) => reply.sendFile(SHELL));
	app.setNotFoundHandler((request, reply) =>
		wantsPage(request) ? reply.sendFile(SHELL) : notFound(reply)
	);
}

function wantsPage({ method, url, headers }: FastifyRequest): boolean {
	const isRead = method === 'GET' || method === 'HEAD';
	const isPage = !/^\/(?:api|_app|metrics)(?:[/?]|$)/.test(url);
	return isRead && isPage && (headers.accept ?? '').includes('text/html');
}
