import type { KnipConfig } from 'knip';

/** Dead code and unused packages (`npm run check`). */
export default {
	entry: [
		'src-renderer/main.tsx',
		'src-main/hosts/electron/{main,preload,backend-process,command-process}.ts',
		'src-main/hosts/browser/main.ts',
		'src-main/hosts/launch/dev-backend.ts',
		'src-main/vaults/kdf-worker.ts',
		'src-main/database/file-worker.ts',
		'src-main/**/tables.ts',
		'tests/**/*.{test,spec,bench}.{ts,tsx}',
		// Processes of their own that tests start and kill.
		'tests/support/crash-{writer,publisher,exchanger,rotator,kiosk,spool}.ts',
		'tests/support/{utility-process,canary-writer,power-worker,kiosk-process,slow-migration}.ts',
		// Processes of their own that the bench starts, and a page that it bundles for a browser.
		'tests/bench/catch-up-process.ts',
		'tests/bench/week/page.tsx',
		'drizzle.config.ts',
	],
	drizzle: false,
	// Of poppler, Samba, OpenSSL and strace, where they are installed.
	ignoreBinaries: ['pdftotext', 'smbnetfs', 'openssl', 'strace'],
	ignoreExportsUsedInFile: { interface: true, type: true },
	project: ['src-*/**/*.{ts,tsx,js,css}', 'tests/**/*.{ts,tsx}'],
	compilers: {
		// Packages that a style sheet takes files from, such as the fonts, and other sheets that it composes with.
		css: (text) =>
			[...text.matchAll(/url\("(@[^"]+)"\)|composes: \w+ from "([^"]+)"/g)]
				.map(([, file, sheet]) => `import '${file ?? sheet}';`)
				.join('\n'),
	},
} satisfies KnipConfig;
