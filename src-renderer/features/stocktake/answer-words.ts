import type { CountAnswer } from '#shared/features/stocktake/model.ts';
import type { texts } from './texts.ts';

/** What the counting screen says to a scan: how it sounds and looks, and in words. */
export type Mood = 'good' | 'known' | 'blocked' | 'unknown';

export function moodOf(answer: CountAnswer): Mood {
	switch (answer.kind) {
		case 'shelf':
		case 'member':
			return 'good';
		case 'counted':
			if (answer.finding !== 'found') return 'blocked';
			return answer.again ? 'known' : 'good';
		case 'unknown':
			return answer.again ? 'known' : 'unknown';
		case 'several':
		case 'unreadable':
			return 'unknown';
		case 'card':
			return 'blocked';
	}
}

export function wordsOf(answer: CountAnswer, { say: t }: (typeof texts)['de']): { title: string; lines: string[] } {
	switch (answer.kind) {
		case 'shelf':
			return { title: t.shelf(answer.shelf), lines: [answer.isNew ? t.shelfNew : t.shelfBody(answer.expected)] };
		case 'counted': {
			const { item, finding, again, elsewhere, partsLeft, borrowerName } = answer;
			const about = {
				misplaced: t.misplaced(item.location),
				returned: t.returned(borrowerName ?? '?'),
				twice: t.twice(elsewhere.join(', ')),
				unexpected: t.unexpected,
				...{ found: null, missing: null, on_loan: null, unknown: null },
			}[finding];
			const lines = [again ? t.again : null, about, partsLeft > 0 ? t.partsLeft(partsLeft) : null];
			return { title: `${item.number} ${item.name}`, lines: lines.filter((line) => line !== null) };
		}
		case 'unknown':
			return { title: t.unknownCode(answer.code), lines: [answer.again ? t.again : t.unknownBody] };
		case 'several':
			return { title: t.several, lines: [] };
		case 'card':
			return { title: t.card, lines: [t.cardBody] };
		case 'member':
			return { title: t.member, lines: [] };
		case 'unreadable':
			return { title: t.unreadable[answer.why], lines: [t.unreadableBody[answer.why]] };
	}
}
