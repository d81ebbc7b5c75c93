import { expect, test } from 'vitest';
import { placesFor } from '#renderer/features/search/places.ts';
import { texts } from '#renderer/features/search/texts.ts';
import type { Role, Vault } from '#shared/features/members/model.ts';

const pathsFor = (text: string, role: Role, vaults: Vault[] = ['workshop']) =>
	placesFor(text, { vaults, member: { roles: [role] } } as unknown as Parameters<typeof placesFor>[1], texts.de).map(
		({ to }) => to,
	);

test.each([
	['mahnung', '/ausleihe/erinnerungen'],
	['Pfand', '/ausleihe/ausleihen'],
	['kaution', '/ausleihe/ausleihen'],
	['überfällig', '/ausleihe/erinnerungen'],
	['ueberfaellig', '/ausleihe/erinnerungen'],
	['verlängern', '/ausleihe/ausleihen'],
	['zurückgeben', '/ausleihe'],
	['ausgeben', '/ausleihe'],
])('%s leads to its page', (text, to) => {
	expect(pathsFor(text, 'volunteer')).toContain(to);
});

test('a word for a page that is not theirs leads nobody there', () => {
	expect(pathsFor('öffnungszeiten', 'volunteer')).toEqual([]);
	expect(pathsFor('feiertage', 'volunteer')).toEqual([]);
	expect(pathsFor('feiertage', 'coordinator')).toEqual(['/einstellungen/ausleihe']);
});

test('a page with the typed word in its name comes first, and few letters find names alone', () => {
	expect(pathsFor('karte', 'volunteer')[0]).toBe('/ausleihe/karten');
	expect(pathsFor('pf', 'volunteer')).toEqual([]);
});
