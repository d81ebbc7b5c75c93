import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { contentSecurityPolicy, SECURITY_HEADERS } from '#main/hosts/renderer-files.ts';
import { connectSource } from './connect-source.ts';
import { type BrowserServerOptions, refuse, type ServePage } from './server.ts';

/**
 * The renderer from source, with hot reload, behind the same token, cookie and Origin checks as the built one: Vite gets
 * no port of its own, neither for pages nor for its WebSocket.
 */
export interface VitePage {
	readonly servePage: ServePage;
	readonly onOtherUpgrade: NonNullable<BrowserServerOptions['onOtherUpgrade']>;
	close(): Promise<void>;
}

export async function createVitePage(root: string): Promise<VitePage> {
	// Never listens: it only passes allowed upgrades on to Vite.
	const upgrades = createHttpServer();
	const scriptNonce = randomBytes(16).toString('base64');
	const vite = await createServer({
		configFile: false,
		root: resolve(root, 'src-renderer'),
		plugins: [react()],
		appType: 'spa',
		logLevel: 'warn',
		html: { cspNonce: scriptNonce },
		server: { middlewareMode: true, hmr: { server: upgrades, path: 'hot' }, fs: { allow: [root] } },
	});
	return {
		servePage: (request, response, origin) => {
			const policy = contentSecurityPolicy({ connect: `${connectSource(origin)} ${origin.replace('http', 'ws')}`, scriptNonce });
			for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
			response.setHeader('content-security-policy', policy);
			response.setHeader('cache-control', 'no-store');
			return new Promise((done) => {
				response.on('close', done);
				vite.middlewares(request, response, () => refuse(response, 404));
			});
		},
		onOtherUpgrade: (request, socket, head) => {
			upgrades.emit('upgrade', request, socket, head);
		},
		close: () => vite.close(),
	};
}
