import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/**
 * The built renderer as a fixed list of files, served by both hosts. The list is made once at start: a request names
 * one of its entries or gets nothing, so no path of a request ever reaches the file system.
 */
export interface RendererFiles {
	/**
	 * @param path decoded pathname of a URL, e.g. `/assets/index-4f2a.js`; `/` is the page itself
	 * @param connect where the page may connect to, as in `contentSecurityPolicy`
	 */
	read(path: string, connect: string): Promise<RendererFile | null>;
}

export interface RendererFile {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly headers: Readonly<Record<string, string>>;
}

/** @throws when the folder is not there (nothing was built) */
export async function listRendererFiles(folder: string): Promise<RendererFiles> {
	const byPath = new Map<string, string>();
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		byPath.set(`/${relative(folder, file).split(sep).join('/')}`, file);
	}
	return {
		async read(path, connect) {
			const name = path === '/' ? '/index.html' : path;
			const file = byPath.get(name);
			if (file === undefined) return null;
			return {
				bytes: new Uint8Array(await readFile(file)),
				headers: {
					...SECURITY_HEADERS,
					'content-security-policy': contentSecurityPolicy({ connect }),
					'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
					// Names in assets/ carry a hash of their content; everything else must never be old.
					'cache-control': name.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
				},
			};
		},
	};
}

/** Also sent with refusals. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'no-referrer',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=()',
};

export interface PolicyParts {
	/** Source of `connect-src`: the page's own WebSocket, or 'none' where RPC runs over a MessagePort. */
	readonly connect: string;
	/** Development only: lets Vite's inline preamble run. */
	readonly scriptNonce?: string;
}

/**
 * Nothing from anywhere else, no inline script, no eval. Inline styles are allowed because Mantine sets its colour
 * variables and sizes that way; they cannot load anything, since images and fonts are restricted too.
 */
export function contentSecurityPolicy({ connect, scriptNonce }: PolicyParts): string {
	return [
		"default-src 'none'",
		`script-src 'self'${scriptNonce === undefined ? '' : ` 'nonce-${scriptNonce}'`}`,
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		"worker-src 'self'",
		`connect-src ${connect}`,
		"form-action 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join('; ');
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.txt': 'text/plain; charset=utf-8',
};
