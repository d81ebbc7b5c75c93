/** Which area a path belongs to, and which handbook page helps there. */
type Area = 'today' | 'people' | 'cases' | 'share' | 'settings' | 'handbook' | 'recoveryKit';

const PLACES: readonly { readonly prefix: string; readonly area: Area; readonly page: string }[] = [
	{ prefix: '/personen/import', area: 'people', page: 'import' },
	{ prefix: '/personen', area: 'people', page: 'personen' },
	{ prefix: '/fallakten', area: 'cases', page: 'fallakten' },
	{ prefix: '/sicherung', area: 'share', page: 'sicherung' },
	{ prefix: '/einstellungen', area: 'settings', page: 'verschluesselung' },
	{ prefix: '/notfallblatt', area: 'recoveryKit', page: 'passphrase' },
	{ prefix: '/handbuch', area: 'handbook', page: 'start' },
];

export function areaOf(pathname: string): Area | null {
	if (pathname === '/') return 'today';
	return PLACES.find(({ prefix }) => pathname.startsWith(prefix))?.area ?? null;
}

export function handbookPageFor(pathname: string): string {
	return PLACES.find(({ prefix }) => pathname.startsWith(prefix))?.page ?? 'start';
}
