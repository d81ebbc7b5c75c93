import type { LinkProps } from '@tanstack/react-router';

/** Where a record is shown by itself; null: only where it belongs to. */
export function pageOf({ table, id }: { readonly table: string; readonly id: string }): LinkProps | null {
	switch (table) {
		case 'person':
			return { to: '/personen/$id', params: { id } };
		case 'business':
			return { to: '/unternehmen/$id', params: { id } };
		case 'case_file':
			return { to: '/fallakten/$id', params: { id } };
		case 'item':
			return { to: '/inventar/$id', params: { id } };
		case 'borrower':
			return { to: '/ausleihe/entleiher/$id', params: { id } };
		case 'loan':
			return { to: '/ausleihe/ausleihen/$id', params: { id } };
		case 'damage':
			return { to: '/inventar/schaeden/$id', params: { id } };
		case 'repair':
			return { to: '/reparaturen/$id', params: { id } };
		case 'offer':
			return { to: '/angebote/$id', params: { id } };
		default:
			return LISTS[table] ?? null;
	}
}

const LISTS: Readonly<Record<string, LinkProps>> = {
	partner: { to: '/partner' },
	room: { to: '/einstellungen/raeume' },
	funder_programme: { to: '/einstellungen/programme' },
	opening_hours: { to: '/einstellungen' },
	site_profile: { to: '/einstellungen' },
	lending_rules: { to: '/einstellungen/ausleihe' },
	open_repair_settings: { to: '/reparaturdaten/ausgeben' },
	template: { to: '/fallakten/vorlagen' },
	absence: { to: '/abwesenheiten' },
	duty: { to: '/dienstplan' },
	waiting: { to: '/termine/warteliste' },
};
