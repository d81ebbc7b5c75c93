import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Random } from '#shared/kernel/environment.ts';

/**
 * Who may talk to the browser host: only the browser that came with the link printed at start, and only its own page.
 * The link's token works once and is exchanged for a session cookie; other programs' web pages are kept out by Origin
 * and SameSite, DNS rebinding by the exact Host header. Other users of the same PC do not know the token.
 */
export interface Access {
	readonly origin: string;
	/** The link to print; contains the one-time token. */
	readonly url: string;
	judge(request: Request): Verdict;
}

export interface Request {
	readonly method: string;
	/** As in the request line: path and query. */
	readonly target: string;
	readonly headers: IncomingHttpHeaders;
}

export type Verdict =
	/** First visit: set the cookie, go to `/`. */
	| { readonly kind: 'exchange'; readonly cookie: string }
	| { readonly kind: 'allowed' }
	| { readonly kind: 'refused'; readonly reason: 'host' | 'origin' | 'token' };

/** Byte counts: 256 bit each, out of reach of guessing. */
const SECRET_BYTES = 32;

export function createAccess(port: number, random: Random): Access {
	const host = `127.0.0.1:${port}`;
	const origin = `http://${host}`;
	const token = secret(random);
	const session = secret(random);
	// Cookies ignore ports: without the port in the name, two Kontors on one PC would throw each other out.
	const cookieName = `kontor-${port}`;
	let tokenIsUnused = true;

	return {
		origin,
		url: `${origin}/?token=${token}`,
		judge({ method, target, headers }) {
			if (headers.host !== host) return { kind: 'refused', reason: 'host' };
			if (headers.origin !== undefined && headers.origin !== origin) return { kind: 'refused', reason: 'origin' };
			const isUpgrade = headers.upgrade !== undefined;
			if (isUpgrade && headers.origin !== origin) return { kind: 'refused', reason: 'origin' };
			// Not `new URL`, which throws on some request targets.
			const given = new URLSearchParams(target.split('?', 2)[1]).get('token');
			if (given !== null && method === 'GET' && !isUpgrade && tokenIsUnused && isSame(given, token)) {
				tokenIsUnused = false;
				return { kind: 'exchange', cookie: `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict` };
			}
			if (isSame(cookie(headers.cookie, cookieName), session)) return { kind: 'allowed' };
			return { kind: 'refused', reason: 'token' };
		},
	};
}

const secret = (random: Random) => Buffer.from(random.bytes(SECRET_BYTES)).toString('base64url');

function cookie(header: string | undefined, name: string): string {
	for (const pair of (header ?? '').split(';')) {
		const [key, value] = pair.trim().split('=', 2);
		if (key === name) return value ?? '';
	}
	return '';
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
const isSame = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected));
const digest = (text: string) => createHash('sha256').update(text).digest();
