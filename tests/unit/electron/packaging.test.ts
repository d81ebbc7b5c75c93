import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../../..');
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the packaged app', () => {
	it.each([
		['runAsNode', false],
		['enableNodeOptionsEnvironmentVariable', false],
		['enableNodeCliInspectArguments', false],
		['grantFileProtocolExtraPrivileges', false],
		['enableEmbeddedAsarIntegrityValidation', true],
		['onlyLoadAppFromAsar', true],
		['enableCookieEncryption', true],
	])('has the fuse %s set to %s', (fuse, value) => expect(config.electronFuses[fuse]).toBe(value));

	it('names every fuse by a name the read-back knows', () => {
		for (const name of Object.keys(config.electronFuses)) {
			expect(FuseV1Options).toHaveProperty(`${name[0]?.toUpperCase()}${name.slice(1)}`);
		}
		expect(packageJson.scripts.dist).toMatch(/electron-builder .*&& .*check-fuses\.ts$/);
	});

	it('is an archive, with nothing outside of it but native libraries', () => {
		expect(config.asar).toBe(true);
		expect(config.asarUnpack).toEqual(['**/*.node']);
	});

	it('does not contain the browser host', () => {
		const inside = (config.files as string[]).filter((pattern) => !pattern.startsWith('!'));
		expect(inside).toEqual(['out/**', 'src-main/database/migrations/**', 'resources/**']);
		expect(Object.keys(packageJson.dependencies)).not.toContain('ws');
		expect(readFileSync(join(root, 'electron.vite.config.ts'), 'utf8')).not.toContain('hosts/browser');
	});

	it('compiles nothing and keeps the office’s data when it is removed', () => {
		expect(config.npmRebuild).toBe(false);
		expect(config.nsis.deleteAppDataOnUninstall).toBe(false);
	});
});
