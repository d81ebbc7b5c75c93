import { EMPTY_PARTNER, type PartnerFields } from '#shared/features/partners/model.ts';

/** The organisations around the invented neighbourhood. No German place has this postcode, and nobody this number. */

const PLACE = { postcode: '00000', city: 'Musterstadt' };

const partner = (fields: Partial<PartnerFields> & Pick<PartnerFields, 'name' | 'kind'>): PartnerFields => ({
	...EMPTY_PARTNER,
	...PLACE,
	...fields,
});
const contact = (name: string, task: string | null, phone: string | null = null) => ({ name, task, phone, email: null });

export const INVENTED_PARTNERS: readonly PartnerFields[] = [
	partner({
		...{ name: 'Jobcenter Musterstadt', kind: 'job_centre', addressExtra: 'Geschäftsstelle Mitte', street: 'Amtsweg 4' },
		...{ phone: '02102 000100', email: 'mitte@jobcenter.example', website: 'www.jobcenter.example' },
		contacts: [contact('Frau Dietz', 'Fallmanagement U25', '02102 000112'), contact('Herr Okafor', 'Leistungen', '02102 000120')],
		opening: 'Mo–Fr 8–12 Uhr, Do auch 14–17 Uhr; ohne Termin lange Wartezeit',
		note: 'Zum ersten Termin Ausweis, Mietvertrag und Kontoauszüge der letzten drei Monate mitbringen.',
	}),
	partner({
		...{ name: 'Ausländerbehörde der Stadt Musterstadt', kind: 'authority', street: 'Rathausplatz 2', phone: '02102 000200' },
		...{ email: 'abh@musterstadt.example', opening: 'Nur mit Termin; Notfälle Mo 8–10 Uhr' },
	}),
	partner({
		...{
			name: 'Jugendamt Musterstadt',
			kind: 'authority',
			addressExtra: 'Allgemeiner Sozialer Dienst',
			street: 'Rathausplatz 2',
		},
		...{ phone: '02102 000210', opening: 'Tag und Nacht erreichbar über die Leitstelle' },
		contacts: [contact('Frau Brandt', 'zuständig für das Musterviertel', '02102 000214')],
	}),
	partner({
		...{
			name: 'Migrationsberatung im Bürgerhaus',
			kind: 'migration_counselling',
			street: 'Lindenstraße 12',
			phone: '02102 000300',
		},
		...{ email: 'mbe@buergerhaus.example', opening: 'Di und Do 9–13 Uhr' },
		contacts: [contact('Herr Haddad', 'Arabisch, Kurdisch'), contact('Frau Sydorenko', 'Ukrainisch, Russisch')],
	}),
	partner({
		...{ name: 'Schuldnerberatung Pfennigfuchs', kind: 'debt_counselling', street: 'Marktgasse 7', phone: '02102 000310' },
		...{ email: 'kontakt@pfennigfuchs.example', opening: 'Offene Sprechstunde Mi 14–17 Uhr' },
		contacts: [contact('Frau Krüger', 'Erstgespräche')],
		note: 'Wartezeit etwa sechs Wochen. Bei drohender Kontopfändung sofort anrufen.',
	}),
	partner({
		...{ name: 'Suchtberatung Leuchtfeuer', kind: 'addiction_counselling', street: 'Hafenweg 3', phone: '02102 000320' },
		...{ opening: 'Mo 10–12 und Do 16–18 Uhr, auch ohne Namen' },
	}),
	partner({
		...{
			name: 'Lebens- und Sozialberatung am Markt',
			kind: 'social_counselling',
			street: 'Marktgasse 11',
			phone: '02102 000330',
		},
		...{ email: 'beratung@am-markt.example' },
	}),
	partner({
		...{ name: 'Wohnungslosenhilfe Dach & Brot', kind: 'housing_help', street: 'Güterstraße 40', phone: '02102 000340' },
		...{ opening: 'Tagesstätte täglich 9–16 Uhr, Notschlafstelle ab 18 Uhr' },
		contacts: [contact('Herr Lorenz', 'Fachstelle Wohnungssicherung', '02102 000345')],
	}),
	partner({
		...{ name: 'Kita Regenbogen', kind: 'day_care', street: 'Beispielallee 22', phone: '02102 000400' },
		contacts: [contact('Frau Öztürk', 'Leitung')],
	}),
	partner({
		...{ name: 'Gesamtschule Musterviertel', kind: 'school', addressExtra: 'Schulsozialarbeit', street: 'Schulstraße 1' },
		...{ phone: '02102 000410', note: 'Vormittags im Büro neben der Mensa.' },
		contacts: [contact('Herr Petersen', 'Schulsozialarbeit')],
	}),
	partner({
		...{
			name: 'Volkshochschule Musterstadt',
			kind: 'education_provider',
			addressExtra: 'Fachbereich Deutsch',
			street: 'Parkring 5',
		},
		...{ phone: '02102 000420', email: 'deutsch@vhs.example', website: 'www.vhs.example' },
		opening: 'Einstufung jeden ersten Mittwoch im Monat',
	}),
	partner({
		...{
			name: 'Bildungswerk Handwerk und Pflege',
			kind: 'education_provider',
			street: 'Industriestraße 18',
			phone: '02102 000430',
		},
		contacts: [contact('Frau Nowicki', 'Umschulungen')],
	}),
	partner({
		...{ name: 'Großküche Sonnentopf', kind: 'employer', street: 'Industriestraße 27', phone: '02102 000500' },
		contacts: [contact('Herr Marino', 'Personal')],
		note: 'Nimmt Praktika ab einer Woche, auch mit wenig Deutsch.',
	}),
	partner({
		...{ name: 'Hausarztpraxis Dr. Vogel', kind: 'medical', street: 'Beispielallee 8', phone: '02102 000600' },
		opening: 'Akutsprechstunde Mo–Fr 8–9 Uhr',
	}),
	partner({
		...{ name: 'Tafel Musterstadt', kind: 'other', street: 'Güterstraße 12', phone: '02102 000700' },
		...{ opening: 'Ausgabe Mi und Sa ab 11 Uhr', note: 'Ausweis nur mit aktuellem Bescheid.' },
	}),
	partner({
		...{ name: 'Nähstube Faden & Co.', kind: 'employer', street: 'Marktgasse 2', note: 'Betrieb im Sommer geschlossen.' },
		isRetired: true,
	}),
];
