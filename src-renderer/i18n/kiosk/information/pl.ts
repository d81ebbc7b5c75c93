import type { KioskInformation } from './information.ts';

/** Not read by a native speaker yet. */
export const pl: KioskInformation = {
	title: 'Informacje o ochronie danych',
	intro: 'Zapisy na ekranie. Zgodnie z artykułem 13 rozporządzenia o ochronie danych (RODO, po niemiecku DSGVO).',
	responsible: { title: 'Kto odpowiada?', text: 'Dom, którego nazwa i adres są podane na górze. Tam można o wszystko zapytać.' },
	officer: 'Inspektor ochrony danych:',
	what: {
		title: 'Co zapisujemy?',
		text: 'Godzinę przyjścia i wyjścia, zajęcia i język, w którym nastąpił zapis. A jeśli ktoś to poda: imię i nazwisko lub numer karty, przybliżony wiek i płeć.',
	},
	why: {
		title: 'Po co i jakim prawem?',
		text: 'Aby wiedzieć, kto jest w domu w razie pożaru, i aby pokazać, ile osób korzysta z naszych zajęć (artykuł 6 ustęp 1 litera f RODO). Imię, wiek i płeć podaje się dobrowolnie (artykuł 6 ustęp 1 litera a RODO).',
	},
	voluntary: {
		title: 'Czy trzeba coś podać?',
		text: 'Nie. Można zapisać się bez imienia i pominąć każde pytanie. Nie ma to żadnych złych skutków. Wtedy wiemy tylko jedno: była tu jedna osoba.',
	},
	who: {
		title: 'Kto dostaje te dane?',
		text: 'Tylko osoby, które tu pracują. Ci, którzy dają nam pieniądze, dostają tylko liczby bez nazwisk. Nic nie trafia do kraju poza Unią Europejską.',
	},
	howLong: {
		title: 'Jak długo?',
		text: 'Imiona, nazwiska i numery kart usuwamy po upływie tego czasu:',
		after: 'Potem zostają tylko liczby.',
	},
	rights: {
		title: 'Państwa prawa',
		text: 'Można dowiedzieć się, co zapisaliśmy, i dostać kopię. Można żądać poprawienia, usunięcia lub niewykorzystywania danych. Można wnieść sprzeciw i w każdej chwili cofnąć zgodę na przyszłość.',
	},
	complaint: { title: 'Skarga', text: 'Można złożyć skargę do urzędu ochrony danych:' },
	machines: { title: 'Decyzje maszyn', text: 'Żaden program o niczym nie decyduje.' },
	german: 'W razie wątpliwości obowiązuje tekst niemiecki.',
};
