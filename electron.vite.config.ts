import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const at = (path: string) => resolve(root, path);

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
					// A worker thread of its own, loaded by its path beside the chunk that starts it.
					'kdf-worker': at('src-main/vaults/kdf-worker.ts'),
				},
				// Flat, because code finds its neighbours (`kdf-worker.js`, ../preload, ../renderer) by relative path.
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
		plugins: [react()],
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
