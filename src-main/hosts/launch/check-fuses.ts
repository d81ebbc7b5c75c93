import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { parse } from 'yaml';

/**
 * Last step of `npm run dist`: reads the fuses back from every packaged program below dist/ and compares them with
 * electron-builder.yml. A package whose fuses are not what we asked for must not leave the machine.
 */
const root = resolve(import.meta.dirname, '../../..');
const { electronFuses } = parse(await readFile(join(root, 'electron-builder.yml'), 'utf8')) as {
	electronFuses: Record<string, boolean>;
};
const programs = await packagedPrograms(join(root, 'dist'));

let wrong = 0;
for (const program of programs) {
	const wire = (await getCurrentFuseWire(program)) as unknown as Partial<Record<FuseV1Options, FuseState>>;
	for (const [name, wanted] of Object.entries(electronFuses)) {
		const option = FuseV1Options[`${name[0]?.toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options];
		const isOn = wire[option] === FuseState.ENABLE;
		if (isOn === wanted) continue;
		wrong += 1;
		console.error(`${basename(program)}: fuse ${name} is ${isOn ? 'on' : 'off'}, should be ${wanted ? 'on' : 'off'}`);
	}
}
if (programs.length === 0) console.error('No packaged program below dist/; nothing was checked.');
else if (wrong === 0) console.log(`Fuses of ${programs.length} packaged program(s) are as configured.`);
process.exitCode = wrong > 0 || programs.length === 0 ? 1 : 0;

/** electron-builder leaves the unpacked programs in folders like win-unpacked, linux-arm64-unpacked, mac-arm64. */
async function packagedPrograms(dist: string): Promise<string[]> {
	const found: string[] = [];
	for (const folder of await readdir(dist).catch((): string[] => [])) {
		const names = /^(win|linux)(-\w+)?-unpacked$/.test(folder)
			? ['Kontor.exe', 'kontor']
			: /^mac(-\w+)?$/.test(folder)
				? ['Kontor.app']
				: [];
		const present = await readdir(join(dist, folder)).catch((): string[] => []);
		found.push(...names.filter((name) => present.includes(name)).map((name) => join(dist, folder, name)));
	}
	return found;
}
