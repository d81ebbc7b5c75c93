import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** A class that a stylesheet does not have is no type error: what wears it has simply no look, on paper too. */
it('every class that a component wears is in its stylesheet', () => {
	const files = globSync('src-renderer/**/*.tsx', { cwd: root });
	const missing: string[] = [];
	let looked = 0;
	for (const file of files) {
		const text = readFileSync(join(root, file), 'utf8');
		for (const [, name = '', path = ''] of text.matchAll(/^import (\w+) from '([^']+\.module\.css)';$/gm)) {
			const sheet = path.startsWith('#renderer/')
				? join(root, 'src-renderer', path.slice('#renderer/'.length))
				: join(root, dirname(file), path);
			expect(existsSync(sheet), `${file}: ${path}`).toBe(true);
			const css = readFileSync(sheet, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
			const known = new Set([...css.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, one]) => one));
			for (const [, used = ''] of text.replace(/^import .*$/gm, '').matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) {
				looked += 1;
				if (!known.has(used)) missing.push(`${file}: ${name}.${used}`);
			}
		}
	}
	expect(looked).toBeGreaterThan(1000);
	expect([...new Set(missing)]).toEqual([]);
});
