import { describe, expect, it } from 'vitest';
import { cardText, choicesFor, readCard, turnChoices } from '#renderer/features/turns/turn-choices.ts';
import { MemberId } from '#shared/kernel/ids.ts';

const person = (number: number, name: string) => ({
	id: MemberId.parse(`0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`),
	name,
});
const horst = person(1, 'Horst Lindemann');
const aenne = person(2, 'Änne Öztürk-Kowalczyk');
const anna = person(3, 'Anna Becker');
const volkan = person(4, 'Volkan Şahin');

describe('who may take the next turn', () => {
	it('begins with whoever signed in, then by name as in a phone book', () => {
		expect(turnChoices([volkan, anna, aenne, horst], horst, horst.id)).toEqual([horst, aenne, anna, volkan]);
	});

	it('has whoever is recorded now, and nobody twice', () => {
		expect(turnChoices([anna], volkan, horst.id)).toEqual([anna, volkan]);
		expect(turnChoices([anna, volkan], volkan, volkan.id)).toEqual([volkan, anna]);
	});

	it('is narrowed by beginnings of words, whatever the accents', () => {
		const all = [aenne, anna, horst, volkan];
		expect(choicesFor(all, 'an')).toEqual([aenne, anna]);
		expect(choicesFor(all, 'kowal')).toEqual([aenne]);
		expect(choicesFor(all, 'sahin v')).toEqual([volkan]);
		expect(choicesFor(all, 'inde')).toEqual([]);
		expect(choicesFor(all, '  ')).toEqual(all);
	});
});

describe('a card', () => {
	it('is read as it was printed', () => {
		expect(readCard(cardText(volkan.id))).toBe(volkan.id);
		expect(readCard(` ${cardText(volkan.id).toLowerCase()}\r`)).toBe(volkan.id);
	});

	it('is read from a scanner that types as on an American keyboard', () => {
		for (const colon of ['Ö', 'ö']) expect(readCard(cardText(anna.id).replace(':', colon).replaceAll('-', 'ß'))).toBe(anna.id);
	});

	it('is nothing else that is typed', () => {
		for (const text of ['', 'Konrad', 'KONTOR-GERAET:ABCD', anna.id]) expect(readCard(text)).toBeNull();
	});
});
