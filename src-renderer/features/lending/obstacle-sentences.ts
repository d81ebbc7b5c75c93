import { defineTexts } from '#renderer/i18n/texts.ts';
import type { Obstacle } from '#shared/features/lending/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

/** Why not, and what to do: one sentence for everything that can stand against lending. */
export const obstacleTexts = defineTexts({
	de: {
		lent: (name: string) => `Ist bei ${name}. Zuerst zurücknehmen, dann ausgeben.`,
		test_overdue: (day: string) => `Elektroprüfung abgelaufen am ${formatLocalDate(day)}. Erst prüfen lassen, dann ausgeben.`,
		maintenance: (why: string) => `In Wartung${why && `: ${why}`}. Nicht ausgeben, bis es wieder in Ordnung ist.`,
		missing: (why: string) =>
			`Galt als vermisst${why && `: ${why}`}. Ist es wieder da? Dann im Inventar auf „Einsatzbereit“ setzen.`,
		retired: (why: string) => `Ist ausgemustert${why && `: ${why}`}. Wird nicht mehr verliehen.`,
		part_unavailable: (name: string) => `Der Satz ist nicht vollständig: „${name}“ fehlt oder ist gesperrt.`,
		kit_out: (name: string) => `Gehört zum Satz „${name}“, der gerade unterwegs ist.`,
		reserved: (name: string) => `Für diese Zeit reserviert von ${name}.`,
		held: (name: string) => `Liegt für ${name} bereit.`,
		accessory_gone: (names: string) => `Fehlt schon, ist also nicht dabei: ${names}.`,
		in_house_only: () => 'Bleibt im Haus, nur für vor Ort.',
		blocked: (why: string) => `Bekommt zurzeit nichts: ${why}. Zurückgeben geht immer.`,
		limit: (most: string) => `Das wären mehr als ${most} Gegenstände auf einmal.`,
		has_overdue: (count: string) => (count === '1' ? 'Ein Gegenstand ist überfällig.' : `${count} Gegenstände sind überfällig.`),
		no_house_rules: () => 'Hat der Hausordnung noch nicht zugestimmt.',
		no_id_seen: () => 'Ein Ausweis wurde noch nicht gezeigt.',
	},
	en: {
		lent: (name) => `Is with ${name}. Take it back first, then lend it.`,
		test_overdue: (day) => `Electrical test ended on ${formatLocalDate(day)}. Have it tested before lending it.`,
		maintenance: (why) => `In maintenance${why && `: ${why}`}. Not to be lent until it is in order again.`,
		missing: (why) => `Was missing${why && `: ${why}`}. Is it here again? Then set it to “Ready” in the inventory.`,
		retired: (why) => `Is retired${why && `: ${why}`}. It is not lent any more.`,
		part_unavailable: (name) => `The kit is not complete: “${name}” is missing or blocked.`,
		kit_out: (name) => `Belongs to the kit “${name}”, which is out.`,
		reserved: (name) => `Reserved for this time by ${name}.`,
		held: (name) => `Is kept for ${name}.`,
		accessory_gone: (names) => `Missing already, so it does not go along: ${names}.`,
		in_house_only: () => 'Stays in the house, only to be used here.',
		blocked: (why) => `Gets nothing at present: ${why}. Returns are always taken.`,
		limit: (most) => `That would be more than ${most} items at a time.`,
		has_overdue: (count) => (count === '1' ? 'One item is overdue.' : `${count} items are overdue.`),
		no_house_rules: () => 'Has not accepted the house rules yet.',
		no_id_seen: () => 'Nobody has seen an identity card yet.',
	},
});

export type ObstacleTexts = Record<Obstacle['code'], (detail: string) => string>;
export const sentenceOf = (t: ObstacleTexts, { code, detail }: Pick<Obstacle, 'code' | 'detail'>): string => t[code](detail);
