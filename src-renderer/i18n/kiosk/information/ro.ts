import type { KioskInformation } from './information.ts';

/** Not read by a native speaker yet. */
export const ro: KioskInformation = {
	title: 'Informații despre protecția datelor',
	intro: 'Înscrierea la ecran. După articolul 13 din Regulamentul general privind protecția datelor (în germană DSGVO).',
	responsible: { title: 'Cine răspunde?', text: 'Casa al cărei nume și adresă sunt scrise sus. Acolo puteți întreba orice.' },
	officer: 'Responsabilul cu protecția datelor:',
	what: {
		title: 'Ce notăm?',
		text: 'Când veniți și când plecați, la ce activitate participați și în ce limbă v-ați înscris. Și, dacă ne spuneți: numele sau numărul cardului, vârsta aproximativă și sexul.',
	},
	why: {
		title: 'De ce și cu ce drept?',
		text: 'Ca să știm cine este în casă dacă e un incendiu și ca să putem arăta câți oameni vin la activitățile noastre (articolul 6 alineatul 1 litera f DSGVO). Numele, vârsta și sexul le spuneți de bunăvoie (articolul 6 alineatul 1 litera a DSGVO).',
	},
	voluntary: {
		title: 'Trebuie să spuneți ceva?',
		text: 'Nu. Vă puteți înscrie fără nume și puteți sări peste orice întrebare. Nu aveți niciun dezavantaj. Atunci știm doar atât: o persoană a fost aici.',
	},
	who: {
		title: 'Cine primește datele?',
		text: 'Doar oamenii care lucrează în această casă. Cei care ne finanțează primesc doar numere, fără nume. Nimic nu ajunge într-o țară din afara Uniunii Europene.',
	},
	howLong: {
		title: 'Cât timp?',
		text: 'Ștergem numele și numerele cardurilor după acest timp:',
		after: 'După aceea rămân doar numere.',
	},
	rights: {
		title: 'Drepturile dumneavoastră',
		text: 'Puteți afla ce am notat despre dumneavoastră și puteți primi o copie. Puteți cere să corectăm, să ștergem sau să nu mai folosim datele. Puteți să vă opuneți și să retrageți oricând acordul pentru viitor.',
	},
	complaint: { title: 'Plângere', text: 'Puteți face o plângere la autoritatea pentru protecția datelor:' },
	machines: { title: 'Decizii luate de mașini', text: 'Niciun program nu decide nimic despre dumneavoastră.' },
	german: 'În caz de îndoială este valabil textul german.',
};
