import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Proves that the import boundaries of design 2 are rules that fail, by running the linter over files that break them. */

const root = resolve(import.meta.dirname, '../..');

const FORBIDDEN: Record<string, string[]> = {
	'src-shared/features/people/model.ts': [
		'#main/backend.ts',
		'#renderer/rpc/api.ts',
		'node:fs',
		'react',
		'electron',
		'@orpc/server',
		'../cases/model.ts',
	],
	'src-shared/contract.ts': ['../src-main/backend.ts'],
	'src-renderer/main.tsx': ['#main/backend.ts', 'electron', 'node:fs', 'node:fs/promises', '#tests/run.ts'],
	'src-renderer/shell/App.tsx': ['#main/backend.ts', '#renderer/features/people/form/PersonForm.tsx'],
	'src-renderer/ui/Page.tsx': [
		'#renderer/features/people/PhoneNumber.tsx',
		'../features/people/x.ts',
		'#renderer/shell/App.tsx',
		'#main/x.ts',
		'electron',
	],
	'src-renderer/features/cases/CasePage.tsx': [
		'../people/PhoneNumber.tsx',
		'../people/form/x.ts',
		'#renderer/features/people/form/PersonForm.tsx',
		'#main/backend.ts',
	],
	'src-renderer/features/cases/contact/Editor.tsx': [
		'../../people/PhoneNumber.tsx',
		'#renderer/features/people/form/PersonForm.tsx',
	],
	'src-main/backend.ts': ['electron', 'electron/main', '#renderer/main.tsx', '#tests/run.ts'],
	'src-main/records/store.ts': [
		'#main/features/people/tables.ts',
		'../features/people/service.ts',
		'#main/hosts/flags.ts',
		'electron',
	],
	'src-main/vaults/ledger.ts': ['#main/features/people/tables.ts', '#main/hosts/flags.ts', 'electron'],
	'src-main/share/publish.ts': ['#main/features/people/tables.ts', '../hosts/flags.ts', 'electron'],
	'src-main/import/read-table.ts': ['#main/features/people/service.ts', '../features/people/import/headings.ts', 'electron'],
	'src-main/database/open.ts': ['#main/features/people/tables.ts', '#main/hosts/flags.ts'],
	'src-main/features/cases/router.ts': [
		'./queries.ts',
		'./tables.ts',
		'#main/features/people/router.ts',
		'electron',
		'../people/service.ts',
	],
	'src-main/features/cases/service.ts': [
		'./router.ts',
		'#main/features/people/queries.ts',
		'#main/features/people/tables.ts',
		'../people/queries.ts',
		'../../features/people/queries.ts',
		'../../hosts/flags.ts',
	],
	'src-main/features/cases/queries.ts': ['./service.ts', './router.ts', '#main/features/people/tables.ts'],
	'src-main/features/cases/tables.ts': ['./queries.ts', './service.ts', './router.ts'],
	'src-main/features/people/import/read.ts': [
		'../../cases/queries.ts',
		'#main/features/cases/queries.ts',
		'#main/hosts/flags.ts',
		'electron',
	],
	'src-main/hosts/browser/server.ts': [
		'electron',
		'#main/hosts/electron/menu.ts',
		'../electron/menu.ts',
		'#main/features/people/service.ts',
	],
	'src-main/hosts/electron/window.ts': [
		'#main/hosts/browser/server.ts',
		'../launch/start.ts',
		'#main/features/people/service.ts',
		'#renderer/main.tsx',
	],
};

const ALLOWED: Record<string, string[]> = {
	'src-shared/features/people/model.ts': [
		'zod',
		'@orpc/contract',
		'libphonenumber-js/min',
		'#shared/kernel/ids.ts',
		'./import-model.ts',
	],
	'src-renderer/main.tsx': ['react', '#renderer/shell/App.tsx', '#shared/contract.ts', '@orpc/client'],
	'src-renderer/ui/Page.tsx': ['@mantine/core', '#renderer/i18n/texts.ts', './Section.tsx'],
	'src-renderer/features/cases/CasePage.tsx': [
		'#renderer/features/people/PhoneNumber.tsx',
		'./contact/Editor.tsx',
		'#renderer/ui/Page.tsx',
	],
	'src-renderer/features/cases/contact/Editor.tsx': ['../CasePage.tsx'],
	'src-main/backend.ts': ['#main/features/people/router.ts', '#main/records/store.ts'],
	'src-main/records/store.ts': ['#main/database/open.ts', '../database/open.ts', '#shared/kernel/ids.ts'],
	'src-main/features/cases/router.ts': ['./service.ts', '#shared/contract.ts'],
	'src-main/features/cases/service.ts': ['./queries.ts', '#main/features/people/service.ts', '../../records/store.ts'],
	'src-main/features/cases/queries.ts': ['./tables.ts', 'drizzle-orm'],
	'src-main/features/people/import/read.ts': ['../queries.ts', './headings.ts', '../../../import/cell.ts'],
	'src-main/hosts/electron/window.ts': ['electron', '#main/hosts/flags.ts'],
};

const KINDS = {
	'an import': (path: string) => `import '${path}';`,
	'a type': (path: string) => `import type { T } from '${path}';\nexport type U = T;`,
	'a lazy import': (path: string) => `export const lazy = () => import('${path}');`,
	'a re-export': (path: string) => `export { x } from '${path}';`,
};

describe.each(Object.entries(KINDS))('as %s', (_kind, write) => {
	let folder: string;
	let found: Set<string>;

	beforeAll(() => {
		folder = realpathSync(mkdtempSync(join(tmpdir(), 'kontor boundaries ')));
		const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
		writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }));
		// One folder for each import, so that a diagnostic's file says which import it is about.
		const names = new Map<string, string>();
		for (const [file, path] of [...pairs(FORBIDDEN), ...pairs(ALLOWED)]) {
			const name = numbered(file, names.size);
			names.set(name, `${file} → ${path}`);
			mkdirSync(dirname(join(folder, name)), { recursive: true });
			writeFileSync(join(folder, name), write(path));
		}
		const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
		const args = [biome, 'lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none', '.'];
		const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
		const reported = [...stdout.matchAll(/^::error title=lint\/style\/noRestrictedImports,file=([^,]+),/gm)];
		found = new Set(
			reported.map(([, file]) => names.get(relative(folder, file ?? '').replaceAll('\\', '/')) ?? `unknown file ${file}`),
		);
	}, 30_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('what breaks a boundary is reported, and nothing else', () => {
		const expected = pairs(FORBIDDEN).map(([file, path]) => `${file} → ${path}`);
		expect([...found].sort()).toEqual(expected.sort());
	});
});

const pairs = (table: Record<string, string[]>) =>
	Object.entries(table).flatMap(([file, paths]) => paths.map((path) => [file, path] as const));

/** `features/cases/service.ts` → `features/f7/service.ts`: the rules speak of any feature; elsewhere the file's name is free. */
function numbered(file: string, number: number): string {
	if (file.includes('/features/')) return file.replace(/\/features\/\w+\//, `/features/f${number}/`);
	return file.replace(/(\w+)(\.tsx?)$/, `$1${number}$2`);
}
