import type { CustomScheme } from 'electron';
import { type RendererFiles, SECURITY_HEADERS } from '#main/hosts/renderer-files.ts';
import { APP_SCHEME, type IsAppUrl } from './app-url.ts';

/** `standard` and `secure` give the page a real origin and a secure context; none of the loosening privileges is set. */
export const APP_SCHEMES: CustomScheme[] = [
	{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
];

/** RPC runs over a MessagePort; the page itself has nothing to connect to. */
const CONNECT = "'none'";

export function createAppProtocol(files: RendererFiles, isAppUrl: IsAppUrl): (request: Request) => Promise<Response> {
	return async (request) => {
		if (request.method !== 'GET' || !isAppUrl(request.url)) return refusal(403);
		const path = pathOf(request.url);
		const file = path === null ? null : await files.read(path, CONNECT);
		return file === null ? refusal(404) : new Response(file.bytes, { headers: { ...file.headers } });
	};
}

const refusal = (status: 403 | 404) => new Response(null, { status, headers: { ...SECURITY_HEADERS } });

function pathOf(url: string): string | null {
	try {
		return decodeURIComponent(new URL(url).pathname);
	} catch {
		return null;
	}
}
