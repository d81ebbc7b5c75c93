import type { ImportRow } from '#shared/features/people/import-model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import { nameOf } from '#shared/features/people/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { sameStreetKey } from './read-address.ts';

/**
 * Who a row may be. People are indexed by their folded name together with birth date, postcode or street, so that a
 * row looks at a handful of people and not at all of them (10,000 rows against 100,000 people take a second or two).
 */

export type MatchStrength = ImportRow['matches'][number]['strength'];

/** What comparing needs to know of a person. */
export type MatchKeys = Pick<PersonFields, 'firstName' | 'lastName' | 'birthDate' | 'postcode' | 'street'>;

/** Somebody a row can be matched with: a person already here, or the person an earlier row makes. */
export interface Candidate {
	readonly personId: string | null;
	readonly line: number | null;
	readonly label: string;
}

/** `name_only`: the names fold alike and nothing speaks against it, but nothing else speaks for it. */
export interface Found {
	readonly candidate: Candidate;
	readonly strength: MatchStrength | 'name_only';
}

/** A cap for lists in which hundreds share a name and a postcode; a birth date or street still finds the right one. */
const MAX_LOOKED_AT = 50;

export interface Matcher {
	/** Makes a candidate findable under these keys; once more under others is fine. */
	add(candidate: Candidate, keys: MatchKeys): void;
	/** Best first: certain, likely, name_only; within that, in the order in which they were added. */
	find(keys: MatchKeys): Found[];
}

export function createMatcher(): Matcher {
	const index = new Map<string, { candidate: Candidate; keys: FoldedKeys }[]>();
	return {
		add(candidate, keys) {
			const folded = foldKeys(keys);
			for (const key of indexKeys(folded)) {
				const there = index.get(key);
				if (there === undefined) index.set(key, [{ candidate, keys: folded }]);
				else there.push({ candidate, keys: folded });
			}
		},
		find(keys) {
			const wanted = foldKeys(keys);
			const found = new Map<Candidate, Found>();
			for (const key of indexKeys(wanted)) {
				for (const entry of (index.get(key) ?? []).slice(0, MAX_LOOKED_AT)) {
					const strength = compare(entry.keys, wanted);
					const before = found.get(entry.candidate);
					if (strength === null || (before !== undefined && RANK[before.strength] <= RANK[strength])) continue;
					found.set(entry.candidate, { candidate: entry.candidate, strength });
				}
			}
			return [...found.values()].sort((a, b) => RANK[a.strength] - RANK[b.strength]);
		},
	};
}

/** `Yılmaz, Mehmet · 27.06.1955`, enough to recognise somebody by. */
export function labelOf(keys: MatchKeys): string {
	return keys.birthDate === null ? nameOf(keys) : `${nameOf(keys)} · ${formatLocalDate(keys.birthDate)}`;
}

const RANK = { certain: 0, likely: 1, name_only: 2 } as const;

interface FoldedKeys {
	/** First and last name apart. */
	readonly name: string;
	/** All words in alphabetical order: finds names whose first and last name were swapped or cut differently. */
	readonly words: string;
	readonly birthDate: string | null;
	readonly postcode: string | null;
	readonly street: string | null;
}

function foldKeys(keys: MatchKeys): FoldedKeys {
	// A name without a single letter folds to nothing; it is compared as it stands.
	const first = fold(keys.firstName ?? '') || (keys.firstName ?? '');
	const last = fold(keys.lastName ?? '') || (keys.lastName ?? '');
	return {
		name: `${last}|${first}`,
		words: `${last} ${first}`.split(' ').filter(Boolean).sort().join(' '),
		birthDate: keys.birthDate,
		postcode: keys.postcode === null ? null : fold(keys.postcode) || null,
		street: keys.street === null ? null : sameStreetKey(fold(keys.street)) || null,
	};
}

/** The most telling first, since the cap counts per key. */
function indexKeys(keys: FoldedKeys): string[] {
	const list = [`${keys.words}|n`];
	if (keys.postcode !== null) list.unshift(`${keys.words}|p|${keys.postcode}`);
	if (keys.street !== null) list.unshift(`${keys.words}|s|${keys.street}`);
	if (keys.birthDate !== null) list.unshift(`${keys.words}|b|${keys.birthDate}`);
	return list;
}

/** Design 5: same name and birth date is certain; same name with postcode or street is likely unless born on another day. */
function compare(a: FoldedKeys, b: FoldedKeys): Found['strength'] | null {
	const sameName = a.name === b.name;
	if (a.birthDate !== null && b.birthDate !== null) {
		if (a.birthDate !== b.birthDate) return null;
		return sameName ? 'certain' : 'likely';
	}
	const samePlace = (a.postcode !== null && a.postcode === b.postcode) || (a.street !== null && a.street === b.street);
	if (samePlace) return 'likely';
	return sameName ? 'name_only' : null;
}
