import type { Session } from '#renderer/features/members/session.ts';

/** What a path belongs to, which handbook page helps there, and for whom it exists. */
type Area =
	| 'today'
	| 'people'
	| 'cases'
	| 'week'
	| 'rota'
	| 'appointments'
	| 'absences'
	| 'inventory'
	| 'repairData'
	| 'lending'
	| 'repairs'
	| 'offers'
	| 'house'
	| 'partners'
	| 'decisions'
	| 'share'
	| 'privacy'
	| 'members'
	| 'devices'
	| 'settings'
	| 'handbook'
	| 'recoveryKit'
	| 'cards'
	| 'accessLog';

/** A page is there for those who read the vault it is about, who set the rules that others work by, or who administer the site. */
type Needs = 'counselling' | 'workshop' | 'coordination' | 'administrator';

interface Place {
	readonly prefix: string;
	readonly area: Area;
	readonly page: string;
	/** Left out where it is for everybody. */
	readonly needs?: Needs;
}

const PLACES: readonly Place[] = [
	{ prefix: '/personen/import', area: 'people', page: 'import', needs: 'counselling' },
	{ prefix: '/personen', area: 'people', page: 'personen', needs: 'counselling' },
	{ prefix: '/unternehmen', area: 'people', page: 'unternehmen', needs: 'counselling' },
	{ prefix: '/fallakten', area: 'cases', page: 'fallakten', needs: 'counselling' },
	{ prefix: '/woche', area: 'week', page: 'woche' },
	{ prefix: '/dienstplan', area: 'rota', page: 'dienstplan' },
	{ prefix: '/tagesblatt', area: 'today', page: 'dienstplan' },
	{ prefix: '/termine', area: 'appointments', page: 'termine', needs: 'counselling' },
	{ prefix: '/abwesenheiten', area: 'absences', page: 'termine' },
	{ prefix: '/reparaturdaten/einlesen', area: 'repairData', page: 'reparaturdaten', needs: 'coordination' },
	{ prefix: '/reparaturdaten/ausgeben', area: 'repairData', page: 'reparaturdaten', needs: 'coordination' },
	{ prefix: '/reparaturdaten', area: 'repairData', page: 'reparaturdaten', needs: 'workshop' },
	{ prefix: '/inventar/schaeden', area: 'inventory', page: 'schaeden', needs: 'workshop' },
	{ prefix: '/inventar/pruefungen', area: 'inventory', page: 'schaeden', needs: 'workshop' },
	{ prefix: '/inventar/inventur', area: 'inventory', page: 'inventur', needs: 'workshop' },
	{ prefix: '/inventar', area: 'inventory', page: 'inventar', needs: 'workshop' },
	{ prefix: '/ausleihe/reservierungen', area: 'lending', page: 'reservierungen', needs: 'workshop' },
	{ prefix: '/ausleihe/kalender', area: 'lending', page: 'reservierungen', needs: 'workshop' },
	{ prefix: '/ausleihe/', area: 'lending', page: 'ausleihen', needs: 'workshop' },
	{ prefix: '/ausleihe', area: 'lending', page: 'ausleihe', needs: 'workshop' },
	{ prefix: '/reparaturen', area: 'repairs', page: 'reparaturen', needs: 'workshop' },
	{ prefix: '/angebote/neu', area: 'offers', page: 'angebote', needs: 'coordination' },
	{ prefix: '/angebote', area: 'offers', page: 'angebote' },
	{ prefix: '/haus', area: 'house', page: 'haus', needs: 'workshop' },
	{ prefix: '/partner', area: 'partners', page: 'partner' },
	{ prefix: '/zusammenfuehrung', area: 'decisions', page: 'zusammenfuehrung' },
	{ prefix: '/datenschutz/entleihende', area: 'privacy', page: 'datenschutz', needs: 'coordination' },
	{ prefix: '/datenschutz', area: 'privacy', page: 'datenschutz', needs: 'counselling' },
	{ prefix: '/sicherung', area: 'share', page: 'sicherung' },
	{ prefix: '/mitarbeitende', area: 'members', page: 'mitarbeitende', needs: 'administrator' },
	{ prefix: '/geraete', area: 'devices', page: 'geraete' },
	{ prefix: '/einstellungen/raeume', area: 'settings', page: 'angebote', needs: 'coordination' },
	{ prefix: '/einstellungen/programme', area: 'settings', page: 'fallakten', needs: 'coordination' },
	{ prefix: '/einstellungen/fristen', area: 'settings', page: 'datenschutz', needs: 'coordination' },
	{ prefix: '/einstellungen/reparaturen', area: 'settings', page: 'reparaturen', needs: 'coordination' },
	{ prefix: '/einstellungen/ausleihe', area: 'settings', page: 'oeffnungszeiten', needs: 'coordination' },
	{ prefix: '/einstellungen', area: 'settings', page: 'verschluesselung' },
	{ prefix: '/notfallblatt', area: 'recoveryKit', page: 'passphrase' },
	{ prefix: '/karten', area: 'cards', page: 'platz' },
	{ prefix: '/zugriffsprotokoll', area: 'accessLog', page: 'zugriffsprotokoll', needs: 'administrator' },
	{ prefix: '/handbuch', area: 'handbook', page: 'start' },
];

export function areaOf(pathname: string): Area | null {
	if (pathname === '/') return 'today';
	return PLACES.find(({ prefix }) => pathname.startsWith(prefix))?.area ?? null;
}

export function handbookPageFor(pathname: string): string {
	return PLACES.find(({ prefix }) => pathname.startsWith(prefix))?.page ?? 'start';
}

/** Does the page at this path exist for somebody? Navigation, search and the pages themselves all ask here. */
export function isThereFor(path: string, { vaults, member }: Pick<Session, 'vaults' | 'member'>): boolean {
	const needs = PLACES.find(({ prefix }) => path.startsWith(prefix))?.needs;
	switch (needs) {
		case 'counselling':
		case 'workshop':
			return vaults.includes(needs);
		case 'coordination':
			return member.roles.some((role) => role === 'coordinator' || role === 'administrator');
		case 'administrator':
			return member.roles.includes('administrator');
		default:
			return true;
	}
}
