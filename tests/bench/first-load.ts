import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Line } from './report.ts';

/** What a browser fetches before anybody can sign in: index.html, its entry with all static imports, its styles. */
const RENDERER = join(import.meta.dirname, '../../out/renderer');
const TARGET_KB = 350;

export function firstLoad(): Line {
	const line = { what: "renderer's first load, gzip", compared: '', ratio: '', target: `≤ ${TARGET_KB} kB` };
	const index = join(RENDERER, 'index.html');
	if (!existsSync(index)) return { ...line, measured: 'out/renderer is missing: run “npm run build” first', met: null };
	const files = new Set<string>();
	const html = readFileSync(index, 'utf8');
	for (const [, path = ''] of html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)) follow(path, files);
	const kB =
		[index, ...[...files].map((path) => join(RENDERER, path))].reduce(
			(sum, path) => sum + gzipSync(readFileSync(path)).length,
			0,
		) / 1000;
	return { ...line, measured: `${kB.toFixed(0)} kB in ${files.size + 1} files`, met: kB <= TARGET_KB };
}

function follow(path: string, files: Set<string>): void {
	if (files.has(path)) return;
	files.add(path);
	if (!path.endsWith('.js')) return;
	const code = readFileSync(join(RENDERER, path), 'utf8');
	for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) follow(`assets/${name}`, files);
}
