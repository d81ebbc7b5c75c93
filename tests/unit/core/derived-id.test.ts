import { beforeAll, expect, it } from 'vitest';
import { derivedId } from '#main/records/derived-id.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { SessionChangeId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

beforeAll(() => cryptoReady);

const OFFERS = [
	'0198c0de-0000-7000-8000-000000000000',
	'0198c0de-0000-7000-8000-000000000001',
	'ffffffff-ffff-7fff-bfff-ffffffffffff',
];

it('one id for one thing and day, on every device and in every version', () => {
	// Written down: an id that changed would make two records of one session.
	expect(derivedId(OFFERS[0] as string, '2026-03-17')).toBe('0198c0de-0000-786c-9bc2-07c399f9f59a');
});

it('is an id in shape, and another one for every thing and day', () => {
	const days = Array.from({ length: 2000 }, (_, ahead) => addDays('2024-01-01' as LocalDate, ahead));
	const ids = OFFERS.flatMap((offer) => days.map((day) => derivedId(offer, day)));
	for (const id of ids) expect(SessionChangeId.parse(id)).toBe(id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids.slice(0, 2000)) expect(id.slice(0, 13)).toBe('0198c0de-0000');
});
