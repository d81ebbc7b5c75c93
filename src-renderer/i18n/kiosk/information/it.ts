import type { KioskInformation } from './information.ts';

/** Not read by a native speaker yet. */
export const it: KioskInformation = {
	title: 'Informazioni sulla protezione dei dati',
	intro:
		'Registrazione allo schermo. Secondo l’articolo 13 del Regolamento generale sulla protezione dei dati (in tedesco DSGVO).',
	responsible: {
		title: 'Chi è responsabile?',
		text: 'La casa il cui nome e indirizzo sono scritti in alto. Lì può chiedere tutto.',
	},
	officer: 'Responsabile della protezione dei dati:',
	what: {
		title: 'Che cosa scriviamo?',
		text: 'Quando arriva e quando va via, a quale attività partecipa e in quale lingua si è registrato o registrata. E, se ce lo dice: il nome o il numero della tessera, l’età approssimativa e il sesso.',
	},
	why: {
		title: 'Perché e con quale diritto?',
		text: 'Per sapere chi è in casa se c’è un incendio e per mostrare quante persone usano le nostre attività (articolo 6 paragrafo 1 lettera f DSGVO). Nome, età e sesso si dicono per libera scelta (articolo 6 paragrafo 1 lettera a DSGVO).',
	},
	voluntary: {
		title: 'Deve dire qualcosa?',
		text: 'No. Può registrarsi senza nome e saltare ogni domanda. Non ha nessuno svantaggio. Allora sappiamo solo questo: una persona è stata qui.',
	},
	who: {
		title: 'Chi riceve i Suoi dati?',
		text: 'Solo le persone che lavorano in questa casa. Chi ci finanzia riceve solo numeri senza nomi. Niente va in un Paese fuori dall’Unione europea.',
	},
	howLong: {
		title: 'Per quanto tempo?',
		text: 'Cancelliamo nomi e numeri di tessera dopo questo tempo:',
		after: 'Poi restano solo numeri.',
	},
	rights: {
		title: 'I Suoi diritti',
		text: 'Può sapere che cosa abbiamo scritto su di Lei e avere una copia. Può far correggere, cancellare o bloccare i dati. Può opporsi e ritirare in ogni momento il consenso per il futuro.',
	},
	complaint: { title: 'Reclamo', text: 'Può fare reclamo all’autorità per la protezione dei dati:' },
	machines: { title: 'Decisioni di macchine', text: 'Nessun programma decide qualcosa su di Lei.' },
	german: 'In caso di dubbio vale il testo tedesco.',
};
