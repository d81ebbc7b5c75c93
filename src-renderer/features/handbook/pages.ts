/**
 * The handbook's texts lie in resources/handbook as plain text: `== ` starts a section, `- ` and `1. ` a list, an empty
 * line a new paragraph. Nothing else; a colleague can correct them in any editor.
 */
const files = import.meta.glob<string>('../../../resources/handbook/*.txt', { query: '?raw', import: 'default' });

export const PAGES = [
	'start',
	'personen',
	'unternehmen',
	'import',
	'fallakten',
	'weitergabe',
	'partner',
	'termine',
	'inventar',
	'schaeden',
	'inventur',
	'reparaturdaten',
	'ausleihe',
	'ausleihen',
	'reservierungen',
	'reparaturen',
	'woche',
	'dienstplan',
	'angebote',
	'haus',
	'kiosk',
	'oeffnungszeiten',
	'sicherung',
	'zusammenfuehrung',
	'mitarbeitende',
	'geraete',
	'zugriffsprotokoll',
	'datenschutz',
	'passphrase',
	'platz',
	'verschluesselung',
	'tasten',
] as const;
export type PageName = (typeof PAGES)[number];

export function isPage(name: string): name is PageName {
	return (PAGES as readonly string[]).includes(name);
}

export type Block =
	| { readonly kind: 'heading' | 'paragraph'; readonly text: string }
	| { readonly kind: 'list' | 'steps'; readonly items: readonly string[] };

export async function loadPage(name: PageName): Promise<readonly Block[]> {
	const load = files[`../../../resources/handbook/${name}.txt`];
	return load === undefined ? [] : parsePage(await load());
}

function parsePage(text: string): Block[] {
	return text
		.split(/\n\s*\n/)
		.map((block) => block.trim())
		.filter(Boolean)
		.map((block): Block => {
			const lines = block.split('\n');
			if (block.startsWith('== ')) return { kind: 'heading', text: block.slice(3) };
			if (block.startsWith('- ')) return { kind: 'list', items: itemsOf(lines, /^- /) };
			if (/^\d+\. /.test(block)) return { kind: 'steps', items: itemsOf(lines, /^\d+\. /) };
			return { kind: 'paragraph', text: lines.join(' ') };
		});
}

/** A line without the list's sign continues the item above. */
function itemsOf(lines: readonly string[], sign: RegExp): string[] {
	const items: string[] = [];
	for (const line of lines) {
		if (sign.test(line)) items.push(line.replace(sign, ''));
		else items.push(`${items.pop() ?? ''} ${line.trim()}`);
	}
	return items;
}
