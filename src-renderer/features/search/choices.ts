import type { SearchHit } from '#shared/features/search/contract.ts';
import type { Place } from './places.ts';
import type { texts } from './texts.ts';

/** One row of the palette. */
export type Choice = { readonly label: string; readonly description: string } & (
	| { readonly kind: SearchHit['kind']; readonly hit: SearchHit }
	| { readonly kind: 'place'; readonly place: Place }
);

interface Group {
	readonly label: string;
	readonly choices: readonly Choice[];
}

/** The rows in the order of the screen; groups without any are left out. */
export function groupsOf(
	hits: readonly SearchHit[],
	places: readonly Place[],
	typed: boolean,
	t: (typeof texts)['de'],
): readonly Group[] {
	const found = hits.map((hit): Choice => ({ kind: hit.kind, hit, label: hit.title, description: hit.subtitle }));
	const ways = places.map((place): Choice => ({ kind: 'place', place, label: t[place.word], description: '' }));
	const groups = typed
		? [
				{ label: t.people, choices: found.filter(({ kind }) => kind === 'person') },
				{ label: t.businesses, choices: found.filter(({ kind }) => kind === 'business') },
				{ label: t.cases, choices: found.filter(({ kind }) => kind === 'case_file') },
				{ label: t.documents, choices: found.filter(({ kind }) => kind === 'document') },
				{ label: t.letters, choices: found.filter(({ kind }) => kind === 'letter') },
				{ label: t.borrowers, choices: found.filter(({ kind }) => kind === 'borrower') },
				{ label: t.loans, choices: found.filter(({ kind }) => kind === 'loan') },
				{ label: t.repairs, choices: found.filter(({ kind }) => kind === 'repair') },
				{ label: t.items, choices: found.filter(({ kind }) => kind === 'item') },
			]
		: [{ label: t.recent, choices: found }];
	return [...groups, { label: t.go, choices: ways }].filter(({ choices }) => choices.length > 0);
}
