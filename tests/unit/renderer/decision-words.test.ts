import { describe, expect, it } from 'vitest';
import { MERGE_KINDS } from '#main/backend.ts';
import { inputOf } from '#main/features/decisions/value-input.ts';
import { isAsked } from '#main/records/forks.ts';
import { kindName } from '#main/records/kind.ts';
import { recordWords } from '#renderer/features/decisions/record-words.ts';
import { shownAsTyped, typedValue } from '#renderer/features/decisions/typed-value.ts';
import { valueWords } from '#renderer/features/decisions/value-words.ts';
import type { ValueInput } from '#shared/features/decisions/model.ts';

const asked = MERGE_KINDS.flatMap((kind) =>
	Object.keys(kind.fields.shape)
		.filter((field) => isAsked(kind, field))
		.map((field) => ({ kind, table: kindName(kind), field })),
);

describe('words for decisions', () => {
	it.each(['de', 'en'] as const)('are there for every kind and field that somebody is asked about: %s', (language) => {
		const words = recordWords(language);
		expect(asked.filter(({ table }) => !words[table]?.record).map(({ table }) => table)).toEqual([]);
		const missing = asked
			.filter(({ table, field }) => !words[table]?.fields[field])
			.map(({ table, field }) => `${table}.${field}`);
		expect(missing).toEqual([]);
	});

	it('are there for every code that a field can have', () => {
		const words = recordWords('de');
		const open = asked.flatMap(({ kind, table, field }) => {
			const input = inputOf(kind, field);
			if (input?.kind !== 'choice') return [];
			return input.values
				.filter((value) => {
					const context = { table, field, words: words[table], names: {}, language: 'de' as const };
					// States, ratings and languages are said as they are.
					const hasWord = words[table]?.codes[field]?.[value] !== undefined || valueWords(value, context) !== value;
					return !hasWord && !/^([A-Z]{2}|[1-5])$/.test(value);
				})
				.map((value) => `${table}.${field}: ${value}`);
		});
		expect(open).toEqual([]);
	});

	it('show no id and no code where a name is known or not', () => {
		const id = '019d0000-0009-7183-a1a9-6eb59d6def65';
		const context = { table: 'case_file', field: 'ownerId', words: recordWords('de').case_file, language: 'de' as const };
		expect(valueWords(id, { ...context, names: { [id]: 'Anna' } })).toBe('Anna');
		expect(valueWords([id], { ...context, names: {} })).toBe('unbekannt');
		expect(valueWords(null, { ...context, names: {} })).toBe('leer');
		const phones = [{ number: '+4921021111', label: '' }];
		expect(valueWords(phones, { ...context, table: 'person', field: 'phones', names: {} })).toBe('02102 1111');
		expect(valueWords('2026-03-09', { ...context, names: {} })).toBe('09.03.2026');
	});
});

describe('a third value', () => {
	it('is read as the field takes it, and refused with a sentence otherwise', () => {
		const read = (input: ValueInput, text: string) => {
			const typed = typedValue(input, text);
			return typed.ok ? typed.value : typed.error;
		};
		const text: ValueInput = { kind: 'text', max: 80, optional: false };
		expect(read(text, ' Ratingen ')).toBe('Ratingen');
		expect(read(text, ' ')).toBe('missing');
		expect(read({ ...text, optional: true }, '')).toBeNull();
		expect(read({ kind: 'phones' }, '02102 1111, 0176 8482802')).toEqual([
			{ number: '+4921021111', label: '' },
			{ number: '+491768482802', label: '' },
		]);
		expect(read({ kind: 'phones' }, 'keins')).toBe('phonesWrong');
		expect(read({ kind: 'money', optional: true }, '1.099,50 €')).toBe(109_950);
		expect(read({ kind: 'number', optional: true }, '12,5')).toBe('numberWrong');
		expect(read({ kind: 'time' }, '9:30')).toBe('09:30');
		expect(read({ kind: 'time' }, '25:00')).toBe('timeWrong');
		expect(read({ kind: 'yes_no' }, 'false')).toBe(false);
	});

	it('begins with what stands', () => {
		expect(shownAsTyped({ kind: 'phones' }, [{ number: '+4921021111', label: 'privat' }])).toBe('02102 1111');
		expect(shownAsTyped({ kind: 'money', optional: true }, 109_950)).toBe('1099,50');
		expect(shownAsTyped({ kind: 'text', max: 9, optional: true }, null)).toBe('');
	});
});
