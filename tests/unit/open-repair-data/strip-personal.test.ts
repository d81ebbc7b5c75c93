import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personalParts, STRIPPED, withoutPersonal } from '#shared/features/open-repair-data/strip-personal.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';

/** What says who somebody is does not leave with the fault of their toaster. */

const GONE = STRIPPED;

it.each([
	['Bitte 0171 2345678 anrufen', `Bitte ${GONE} anrufen`],
	['Tel. +49 (0)2102 94467-12.', `Tel. ${GONE}.`],
	['Tel.: 94467, abends', `Tel.: ${GONE}, abends`],
	['erreichbar unter 4711 88', `erreichbar unter ${GONE}`],
	['0049-2102/944670', GONE],
	['Mail an fatma.yilmaz@example.org bitte', `Mail an ${GONE} bitte`],
	['f.yilmaz (at) example (dot) org', GONE],
	['siehe https://example.org/geraet?id=1 und www.beispiel.de', `siehe ${GONE} und ${GONE}`],
	['Anleitung auf hersteller-seite.de', `Anleitung auf ${GONE}`],
	['Zurück an Hauptstraße 12b, 40878 Ratingen', `Zurück an ${GONE}, ${GONE}`],
	['wohnt Lange Str. 5', `wohnt ${GONE}`],
	['wohnt Am Markt 3', `wohnt ${GONE}`],
	['wohnt Gartenweg 7', `wohnt ${GONE}`],
	['Frau Schulze holt es ab', `Frau ${GONE} holt es ab`],
	['für Herrn Dr. Öztürk', `für Herrn Dr. ${GONE}`],
])('strips %j', (said, left) => {
	expect(withoutPersonal(said, [])).toBe(left);
});

it.each([
	['Müllers Toaster, gehört Frau mueller', ['Jörg Müller'], `${GONE} Toaster, gehört Frau ${GONE}`],
	['MÜLLER sagt, joerg war da', ['Jörg Müller'], `${GONE} sagt, ${GONE} war da`],
	['Yilmaz kommt wieder', ['Fatma Yılmaz'], `${GONE} kommt wieder`],
	['Weiß und Weiss', ['Ida Weiß'], `${GONE} und ${GONE}`],
	['Hans, Peter oder Hans-Peter Groß-Klein', ['Hans-Peter Groß-Klein'], `${GONE}, ${GONE} oder ${GONE}-${GONE} ${GONE}-${GONE}`],
	['Herr von der Au', ['Ada von der Au'], 'Herr von der Au'],
	['Der Motor läuft nicht an', ['Ida von der Mühle'], 'Der Motor läuft nicht an'],
	['nichts', [], 'nichts'],
])('strips the visitor’s name from %j', (said, names, left) => {
	expect(withoutPersonal(said, names)).toBe(left);
});

it.each([
	'Funktionierte nicht mehr. Fehler und Lösung nicht dokumentiert.',
	'Netzteil 12 V, 2000 mA, Sicherung 3,15 A, Kondensator 0.47 µF / 275 V',
	'Gekauft am 01.02.2019, Typ BSH 6040-2, Artikel 4711',
	'Läuft mit 12000 Umdrehungen, 10000 Stunden',
	'Dichtungsring 20 mm, Steckplatz 3 defekt',
	'Widerstand 220 Ohm gegen 240 Ohm getauscht, z.B. R12',
])('leaves %j as it is', (said) => {
	expect(withoutPersonal(said, ['Fatma Yılmaz'])).toBe(said);
});

it('names what it found, in order, and never twice the same letter', () => {
	const text = 'Frau Yılmaz, 0171 2345678, f@example.org, Hauptstraße 3';
	const parts = personalParts(text, ['Fatma Yılmaz']);
	expect(parts.map(({ from, to, kind }) => [kind, text.slice(from, to)])).toEqual([
		['name', 'Yılmaz'],
		['phone', '0171 2345678'],
		['mail', 'f@example.org'],
		['address', 'Hauptstraße 3'],
	]);
	const words = fc.constantFrom(
		'Yılmaz',
		'0171',
		'2345678',
		'a@b.de',
		'Straße',
		'5',
		'www.x.de',
		'40878',
		'Ort',
		' ',
		'.',
		',',
		'+49',
		'ü',
	);
	fc.assert(
		fc.property(fc.array(words, { maxLength: 14 }), (pieces) => {
			const said = pieces.join(' ');
			let at = 0;
			for (const { from, to } of personalParts(said, ['Fatma Yılmaz'])) {
				expect(from).toBeGreaterThanOrEqual(at);
				expect(to).toBeGreaterThan(from);
				at = to;
			}
			expect(at).toBeLessThanOrEqual(said.length);
			expect(withoutPersonal(said, ['Fatma Yılmaz'])).not.toMatch(/y[ıi]lmaz|@/iu);
		}),
		{ numRuns: campaign(300, 20_000), seed: printedSeed('personal parts') },
	);
});
