import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

import type { Plugin } from 'vite';

const root = import.meta.dirname;
const at = (path: string) => resolve(root, path);

/**
 * pdf.js asks for these by name when a scan needs them (JBIG2, fax, JPEG 2000). They are its decoders as plain scripts,
 * for pages that allow no WebAssembly; under the version's name, because they are kept as long as what has a hash in its name.
 */
function pdfDecoders(): Plugin {
	const folder = at('node_modules/pdfjs-dist');
	return {
		name: 'kontor-pdf-decoders',
		apply: 'build',
		async buildStart() {
			const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as { version: string };
			for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
				const source = await readFile(`${folder}/wasm/${name}`);
				this.emitFile({ type: 'asset', fileName: `assets/pdfjs-${version}/${name}`, source });
			}
		},
	};
}

/**
 * Three builds into out/. The browser host is not among them: it runs from source and is never packaged.
 */
export default defineConfig({
	main: {
		build: {
			sourcemap: true,
			rolldownOptions: {
				input: {
					main: at('src-main/hosts/electron/main.ts'),
					'backend-process': at('src-main/hosts/electron/backend-process.ts'),
					'command-process': at('src-main/hosts/electron/command-process.ts'),
					// Worker threads of their own, loaded by their paths beside the chunk that starts them.
					'kdf-worker': at('src-main/vaults/kdf-worker.ts'),
					'file-worker': at('src-main/database/file-worker.ts'),
				},
				// Flat, because code finds its neighbours (`kdf-worker.js`, `file-worker.js`, ../preload, ../renderer) by relative path.
				output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
			},
		},
	},
	preload: {
		build: {
			// A sandboxed preload may only be one CommonJS file that requires nothing but electron.
			externalizeDeps: false,
			rolldownOptions: {
				input: { preload: at('src-main/hosts/electron/preload.ts') },
				output: { format: 'cjs', entryFileNames: '[name].cjs' },
			},
		},
	},
	renderer: {
		root: at('src-renderer'),
		plugins: [react(), pdfDecoders()],
		worker: { format: 'es' },
		server: { host: '127.0.0.1' },
		build: {
			minify: true,
			// Word lists of the passphrase meter; loaded only where a passphrase is chosen.
			chunkSizeWarningLimit: 1500,
			// The policy allows no font and no script from a data: address.
			assetsInlineLimit: 0,
			rolldownOptions: { input: at('src-renderer/index.html') },
		},
	},
});
