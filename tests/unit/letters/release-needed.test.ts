import { expect, it } from 'vitest';
import { needsRelease } from '#shared/features/letters/release-needed.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const day = (text: string) => text as LocalDate;
const release = (recipientName: string, more: { validUntil?: LocalDate; withdrawnOn?: LocalDate | null } = {}) => ({
	...{ recipientName, validFrom: day('2026-01-01'), validUntil: day('2026-12-31'), withdrawnOn: null },
	...more,
});
const JOB_CENTRE = 'Jobcenter Musterstadt\nFrau Dietz\nAmtsweg 4\n00000 Musterstadt';
const today = day('2026-11-25');

it.each([
	['the client', 'Frau\nÖzlem Yıldız-Straße\nLindenweg 3\n00000 Musterstadt', 'Yildiz-Strasse', [], false],
	['nobody yet', '\n ', 'Yıldız', [], false],
	['somebody without any', JOB_CENTRE, 'Yıldız', [], true],
	['somebody with one', JOB_CENTRE, 'Yıldız', [release('JOBCENTER Musterstadt')], false],
	['somebody else than it is for', JOB_CENTRE, 'Yıldız', [release('Schuldnerberatung Musterstadt')], true],
	['somebody whose it was', JOB_CENTRE, 'Yıldız', [release('Jobcenter Musterstadt', { validUntil: day('2026-11-24') })], true],
	['somebody to whom it was withdrawn', JOB_CENTRE, 'Yıldız', [release('Jobcenter Musterstadt', { withdrawnOn: today })], true],
	['somebody whose name is part of another word', 'Yıldızspedition\nWeg 1', 'Yıldız', [], true],
])('a letter to %s', (_to, address, client, releases, needed) => {
	expect(needsRelease(address, client, releases, today)).toBe(needed);
});
