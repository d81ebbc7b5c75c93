import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	fillTemplate,
	gapsIn,
	INVENTED,
	INVENTED_VALUES,
	PLACEHOLDERS,
	type Placeholder,
	type PlaceholderValues,
	placeholderValues,
	unknownPlaceholders,
} from '#shared/features/letters/placeholders.ts';
import { STARTERS } from '#shared/features/letters/starters.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';

/** Placeholders of templates. */

const runs = { seed: printedSeed('placeholders'), numRuns: campaign(500, 10_000) };
const EVERYTHING = INVENTED_VALUES;
const with_ = (values: Partial<PlaceholderValues>): PlaceholderValues => ({ ...EVERYTHING, ...values });

/** A template in its parts: plain words, and placeholders as somebody writes them. */
const plain = fc.string({ maxLength: 12 }).map((text) => text.replace(/[{}[\]]/g, '·').normalize('NFC'));
const written = fc
	.record({ name: fc.constantFrom(...PLACEHOLDERS), how: fc.constantFrom('as is', 'lower', 'no blanks', 'blanks', 'NFD') })
	.map(({ name, how }) => {
		const forms = {
			'as is': name,
			lower: name.toLocaleLowerCase('de'),
			'no blanks': name.replace(/\s/g, ''),
			blanks: ` ${name} `,
			NFD: name.normalize('NFD'),
		};
		return { name, text: `{${forms[how as keyof typeof forms]}}` };
	});
const parts = fc.array(fc.oneof(plain, written), { maxLength: 12 });
/** Names that look like placeholders or marks are as good as any. */
const value = fc.oneof(
	fc.constant(null),
	fc.constantFrom('Yılmaz', '{Heute}', '{Nachname} {Vorname}', '$&', '$1 {', '}', '[Vorname fehlt]', '*fett*', 'Müller\nWeg 3'),
	fc.string({ minLength: 1, maxLength: 10 }).filter((text) => text.trim() !== ''),
);
const values = fc.tuple(...PLACEHOLDERS.map(() => value)).map((drawn) => {
	const entries = PLACEHOLDERS.map((name, at): [Placeholder, string | null] => [name, drawn[at] ?? null]);
	return Object.fromEntries(entries) as Record<Placeholder, string | null>;
});

describe('filling a template', () => {
	it('puts each value where its placeholder stood, as it is, and marks what is missing', () => {
		fc.assert(
			fc.property(parts, values, (template, known) => {
				const text = template.map((part) => (typeof part === 'string' ? part : part.text)).join('');
				const expected = template
					.map((part) => (typeof part === 'string' ? part : (known[part.name]?.trim() ?? `[${part.name} fehlt]`)))
					.join('');
				const filled = fillTemplate(text, known);
				expect(filled.text).toBe(expected);
				const missing = template.flatMap((part) => (typeof part !== 'string' && known[part.name] === null ? [part.name] : []));
				expect(filled.missing).toEqual([...new Set(missing)]);
				expect(filled.unknown).toEqual([]);
			}),
			runs,
		);
	});

	it('leaves no placeholder where everything is known, and no gap', () => {
		fc.assert(
			fc.property(parts, (template) => {
				const text = template.map((part) => (typeof part === 'string' ? part : part.text)).join('');
				const filled = fillTemplate(text, EVERYTHING).text;
				expect(filled).not.toMatch(/\{[^{}\n]+\}/);
				expect(gapsIn(filled)).toEqual([]);
			}),
			runs,
		);
	});

	it('never reads a value as a template', () => {
		const filled = fillTemplate('{Anrede} – {Vorname}', with_({ Anrede: 'Guten Tag {Heute}', Vorname: '{Nachname}' }));
		expect(filled.text).toBe('Guten Tag {Heute} – {Nachname}');
	});

	it('names what is no placeholder, and leaves braces alone that are none', () => {
		const filled = fillTemplate('{Vornamen} {} {Nach\nname} {Vorname', EVERYTHING);
		expect(filled).toEqual({ text: '[Vornamen: unbekannt] {} {Nach\nname} {Vorname', missing: [], unknown: ['Vornamen'] });
		expect(unknownPlaceholders('{Foo} {Vorname} {foo}', '{ Foo }')).toEqual(['Foo', 'foo']);
	});

	it('finds what is still missing in a text that somebody went on writing', () => {
		const { text } = fillTemplate(
			'Am {Nächster Termin}, {Foo}, [geboren] {Geburtsdatum}',
			with_({ 'Nächster Termin': null, Geburtsdatum: ' ' }),
		);
		expect(gapsIn('{}', text, text)).toEqual(['[Nächster Termin fehlt]', '[Foo: unbekannt]', '[Geburtsdatum fehlt]']);
	});
});

describe('the values', () => {
	const { person } = INVENTED;
	const of = (more: Partial<typeof person>) => placeholderValues({ ...INVENTED, person: { ...person, ...more } });

	it('greet by how somebody is known', () => {
		expect(of({}).Anrede).toBe('Sehr geehrte Frau Beispiel');
		expect(of({ sex: 'm', title: 'Dr.' }).Anrede).toBe('Sehr geehrter Herr Dr. Beispiel');
		for (const sex of ['d', 'keine_angabe', null] as const) expect(of({ sex }).Anrede).toBe('Guten Tag Amira Beispiel');
		expect(of({ lastName: null }).Anrede).toBe('Guten Tag Amira');
		expect(of({ firstName: null, lastName: null }).Anrede).toBeNull();
	});

	it('have an address only where post could be delivered', () => {
		expect(of({ addressExtra: 'c/o Yılmaz' }).Anschrift).toBe('Amira Beispiel\nc/o Yılmaz\nMusterweg 7\n00000 Musterstadt');
		expect(of({ street: ' ' }).Anschrift).toBeNull();
		expect(of({ city: null }).Anschrift).toBeNull();
	});

	it('say days as German offices write them', () => {
		const day = '2026-12-03' as LocalDate;
		expect(EVERYTHING).toMatchObject({ Heute: '25.11.2026', Geburtsdatum: '12.04.1988' });
		expect(placeholderValues({ ...INVENTED, appointment: { day, from: '10:00' } })['Nächster Termin']).toBe(
			'Donnerstag, 03.12.2026, um 10:00 Uhr',
		);
	});
});

it('brings templates without a placeholder that nobody knows', () => {
	for (const { subject, body } of STARTERS) expect(unknownPlaceholders(subject ?? '', body)).toEqual([]);
	expect(new Set(STARTERS.map(({ key }) => key)).size).toBe(STARTERS.length);
});
