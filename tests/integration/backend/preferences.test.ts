import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, MOST_LISTS } from '#shared/features/site/model.ts';
import { bugsIn, drain, office, refusalOf } from '#tests/support/office.ts';

/** How the screen looks: known before sign-in, kept on this device only, and nothing else fits into its file. */

const fileOf = (dataDir: string) => join(dataDir, 'preferences.json');

it('is there before anybody has signed in, and after a restart', async () => {
	const site = office();
	const pc = await site.pc('Tresen');
	expect(await pc.client.site.preferences()).toEqual(DEFAULT_PREFERENCES);
	await pc.client.site.savePreferences({ language: 'en', columns: { people: ['name', 'city'] } });
	await pc.client.site.savePreferences({ textSize: 150, columns: { cases: ['number'] } });
	await pc.client.site.savePreferences({ colorScheme: 'dark' });
	await pc.backend.dispose();

	const again = await site.pc('Tresen');
	expect(await again.client.site.preferences()).toEqual({
		language: 'en',
		colorScheme: 'dark',
		textSize: 150,
		sounds: true,
		columns: { people: ['name', 'city'], cases: ['number'] },
	});
	expect(readdirSync(pc.dataDir)).toEqual(['preferences.json']);
});

it('outlives the sample office, and is no site', async () => {
	const { client } = await office().pc('Tresen');
	await client.site.savePreferences({ language: 'en' });
	expect((await client.site.status()).state).toBe('empty');
	await drain(client.site.createSample());
	await client.site.savePreferences({ textSize: 200 });
	await client.site.discardSample();
	expect((await client.site.status()).state).toBe('empty');
	expect(await client.site.preferences()).toEqual({ ...DEFAULT_PREFERENCES, language: 'en', textSize: 200 });
});

it.each([
	['half a file', '{"language":"en",'],
	['an empty file', ''],
	['a language nobody offers', JSON.stringify({ ...DEFAULT_PREFERENCES, language: 'fr' })],
	['something else', '[1,2]'],
	['no text', Buffer.from([0xff, 0xfe, 0, 0xd8])],
])('%s counts as never chosen, and the next choice repairs it', async (_, content) => {
	const { client, dataDir } = await office().pc('Tresen');
	writeFileSync(fileOf(dataDir), content);
	expect(await client.site.preferences()).toEqual(DEFAULT_PREFERENCES);
	await client.site.savePreferences({ colorScheme: 'light' });
	expect(await client.site.preferences()).toEqual({ ...DEFAULT_PREFERENCES, colorScheme: 'light' });
});

it('takes nothing that somebody could have typed', async () => {
	const pc = await office().pc('Tresen');
	const inputs = [
		{ columns: { 'Fatma Yılmaz': [] } },
		{ columns: { people: ['Fatma Yılmaz'] } },
		{ columns: { people: ['02102123456'] } },
		{ columns: { people: ['a'.repeat(41)] } },
		{ columns: { people: Array.from({ length: 41 }, () => 'name') } },
		{ columns: Object.fromEntries(Array.from({ length: MOST_LISTS + 1 }, (_, at) => [`list${letter(at)}`, []])) },
		{ textSize: 117 },
		{ language: 'Fatma' },
	];
	for (const input of inputs) {
		expect((await refusalOf(pc.client.site.savePreferences(input as never))).code, JSON.stringify(input)).toBe('BAD_REQUEST');
	}
	await pc.client.site.savePreferences({ language: 'en', note: 'Fatma Yılmaz' } as never);
	expect(readFileSync(fileOf(pc.dataDir), 'utf8')).not.toContain('Fatma');
	expect(bugsIn(pc)).toEqual([]);
});

it('forgets the list chosen for longest ago when there are too many', async () => {
	const { client } = await office().pc('Tresen');
	for (let at = 0; at <= MOST_LISTS; at++) await client.site.savePreferences({ columns: { [`list${letter(at)}`]: ['name'] } });
	const lists = Object.keys((await client.site.preferences()).columns);
	expect(lists).toHaveLength(MOST_LISTS);
	expect(lists).not.toContain('lista');
	expect(lists).toContain(`list${letter(MOST_LISTS)}`);
});

const letter = (at: number) => String.fromCharCode(97 + at);
