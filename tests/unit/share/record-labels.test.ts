import { expect, it } from 'vitest';
import { labelOf } from '#main/features/share/record-labels.ts';

it('calls a record by what says who or what it is, to whom it belongs, and its day', () => {
	expect(labelOf({ lastName: 'Asante', firstName: 'Kwame' }, null)).toBe('Asante, Kwame');
	expect(labelOf({ letter: 'A', count: 4, item: 'Kaffeemaschine', day: '2026-12-01' }, null)).toBe(
		'A4 Kaffeemaschine · 01.12.2026',
	);
	expect(labelOf({ title: 'Zeugnis anfordern', day: '2026-12-01' }, 'Asante, Kwame')).toBe(
		'Asante, Kwame · Zeugnis anfordern · 01.12.2026',
	);
	expect(labelOf({ remarks: 'nichts davon' }, null)).toBe('–');
});
