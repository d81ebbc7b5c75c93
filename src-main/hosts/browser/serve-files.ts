import type { RendererFiles } from '#main/hosts/renderer-files.ts';
import { connectSource } from './connect-source.ts';
import { refuse, type ServePage } from './server.ts';

/** Answers allowed requests with the files of the build. Routes live behind the `#`, so there is nothing else to serve. */
export function serveFiles(files: RendererFiles): ServePage {
	return async (request, response, origin) => {
		const path = pathOf(request.url ?? '/');
		const file = path === null ? null : await files.read(path, connectSource(origin));
		if (file === null) return refuse(response, 404);
		response.writeHead(200, { ...file.headers, 'content-length': file.bytes.byteLength });
		response.end(request.method === 'HEAD' ? undefined : file.bytes);
	};
}

function pathOf(target: string): string | null {
	try {
		return decodeURIComponent(target.split('?', 1)[0] ?? '');
	} catch {
		return null;
	}
}
