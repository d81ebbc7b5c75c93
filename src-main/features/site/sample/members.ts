import type { SampleMember, SiteProfile } from '#shared/features/site/model.ts';

/** The sample office itself. Nobody of this name works anywhere; the passphrases are shown on the sign-in screen. */
export const SAMPLE_PROFILE: SiteProfile = {
	name: 'Kontaktcafé Musterviertel (Beispiel)',
	organisation: 'Nachbarschaftshilfe Musterstadt e. V. (erfunden)',
	street: 'Beispielallee 1',
	postcode: '00000',
	city: 'Musterstadt',
	phone: '02102 000000',
	lockAfterMinutes: 10,
};

/** `Frau Berger` and `Hr. Nowak` are the counsellors of the sample client list, so that its owners are found. */
export const SAMPLE_MEMBERS: readonly SampleMember[] = [
	{ name: 'Miriam Berger', signInName: 'miriam', passphrase: 'Laterne Apfelbaum Segelboot', roles: ['counsellor'] },
	{ name: 'Tomasz Nowak', signInName: 'tomasz', passphrase: 'Kieselstein Trommel Veilchen', roles: ['counsellor'] },
	{ name: 'Leyla Aydın', signInName: 'leyla', passphrase: 'Wochenmarkt Zitrone Fahrrad', roles: ['coordinator'] },
	{ name: 'Horst Lindemann', signInName: 'horst', passphrase: 'Werkbank Pfefferminze Schwalbe', roles: ['volunteer'] },
	{ name: 'Petra Sommer', signInName: 'petra', passphrase: 'Leuchtturm Haselnuss Kompass', roles: ['administrator'] },
];
