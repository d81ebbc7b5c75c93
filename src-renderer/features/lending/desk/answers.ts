import type { Sound } from '#renderer/ui/scanner/sounds.ts';
import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { DeskItem, Obstacle, OpenLine, ScanAnswer, StepDone } from '#shared/features/lending/model.ts';
import { type Against, forbids } from './against.ts';
import { type Desk, isOnDesk, withItems, withLines } from './desk-state.ts';

/** What the desk says, big and once, to what was just done. */
export type Answer =
	| { readonly kind: 'card'; readonly borrower: BorrowerRow; readonly obstacles: readonly Obstacle[] }
	| { readonly kind: 'goes'; readonly item: DeskItem; readonly parts: number; readonly obstacles: readonly Obstacle[] }
	| { readonly kind: 'refused'; readonly item: DeskItem; readonly obstacles: readonly Obstacle[] }
	| { readonly kind: 'comes'; readonly line: OpenLine; readonly parts: number }
	| { readonly kind: 'there'; readonly name: string }
	| { readonly kind: 'unknown'; readonly looksLike: 'item' | 'card'; readonly code: string }
	| { readonly kind: 'unreadable'; readonly why: Extract<ScanAnswer, { kind: 'unreadable' }>['why'] }
	| { readonly kind: 'turn'; readonly name: string }
	| { readonly kind: 'no_turn' }
	| { readonly kind: 'empty' | 'no_card' | 'describe' | 'amount' | 'cleared' | 'too_late' | 'nothing_to_undo' | 'table_first' }
	| { readonly kind: 'undone'; readonly what: { readonly names: readonly string[] } | { readonly done: Done } | null }
	| { readonly kind: 'against'; readonly against: readonly Against[] }
	| { readonly kind: 'outdated' }
	| { readonly kind: 'done'; readonly done: Done }
	| { readonly kind: 'failed'; readonly error: unknown };

/** What has to be answered before anything else happens. */
export type Question =
	| { readonly kind: 'other_card'; readonly borrower: BorrowerRow; readonly obstacles: readonly Obstacle[] }
	| { readonly kind: 'several'; readonly items: readonly DeskItem[]; readonly lines: readonly OpenLine[] };

/** A step that was done, with what lay on the desk before it. */
export interface Done {
	readonly step: StepDone;
	readonly desk: Desk;
}

export type Tone = 'good' | 'asks' | 'blocked' | 'unknown' | 'calm';

export function toneOf(answer: Answer): Tone {
	switch (answer.kind) {
		case 'card':
			return forbids(answer.obstacles) ? 'blocked' : answer.obstacles.length > 0 ? 'asks' : 'good';
		case 'goes':
			return answer.obstacles.some(({ weight }) => weight === 'asks') ? 'asks' : 'good';
		case 'comes':
		case 'turn':
		case 'done':
			return 'good';
		case 'unknown':
		case 'unreadable':
			return 'unknown';
		case 'there':
		case 'empty':
		case 'cleared':
		case 'undone':
		case 'nothing_to_undo':
		case 'table_first':
			return 'calm';
		default:
			return 'blocked';
	}
}

/** What is only said (somebody is late with something) sounds like the good it is. */
export function soundOf(answer: Answer): Sound | null {
	const tone = toneOf(answer);
	if (tone === 'calm') return answer.kind === 'there' ? 'blocked' : null;
	if (answer.kind === 'card') return forbids(answer.obstacles) ? 'blocked' : 'good';
	return tone === 'asks' ? 'blocked' : tone;
}

/** What a scan makes of the desk and what is said to it. A member's card is not the desk's to judge. */
export function afterScan(
	desk: Desk,
	found: Exclude<ScanAnswer, { kind: 'member' }>,
): { desk: Desk; answer: Answer } | { question: Question } {
	switch (found.kind) {
		case 'borrower':
			return afterCard(desk, found.borrower, found.obstacles);
		case 'item':
			return afterItem(desk, found.items);
		case 'out':
			return afterReturn(desk, found.lines);
		case 'several':
			return { question: { kind: 'several', items: found.items, lines: found.lines } };
		case 'unknown':
		case 'unreadable':
			return { desk, answer: found };
	}
}

function afterCard(desk: Desk, borrower: BorrowerRow, obstacles: readonly Obstacle[]): ReturnType<typeof afterScan> {
	if (desk.borrower?.id === borrower.id) return { desk, answer: { kind: 'card', borrower, obstacles } };
	const isBusy = desk.out.length > 0 || desk.back.length > 0;
	if (desk.borrower !== null && isBusy) return { question: { kind: 'other_card', borrower, obstacles } };
	return { desk: { ...desk, borrower }, answer: { kind: 'card', borrower, obstacles } };
}

export function afterItem(desk: Desk, items: readonly DeskItem[]): { desk: Desk; answer: Answer } {
	const [item, ...parts] = items as [DeskItem, ...DeskItem[]];
	if (isOnDesk(desk, item.id)) return { desk, answer: { kind: 'there', name: item.name } };
	const blocked = desk.borrower?.blockedReason ?? null;
	if (blocked !== null) {
		return { desk, answer: { kind: 'refused', item, obstacles: [{ code: 'blocked', detail: blocked, weight: 'forbids' }] } };
	}
	// What may not leave the house is laid down for use here.
	const obstacles = item.obstacles.filter(({ code }) => code !== 'in_house_only' && code !== 'limit');
	if (forbids(obstacles)) return { desk, answer: { kind: 'refused', item, obstacles } };
	return { desk: withItems(desk, items), answer: { kind: 'goes', item, parts: parts.length, obstacles: item.obstacles } };
}

export function afterReturn(desk: Desk, lines: readonly OpenLine[]): { desk: Desk; answer: Answer } {
	const [line, ...parts] = lines as [OpenLine, ...OpenLine[]];
	if (isOnDesk(desk, line.itemId)) return { desk, answer: { kind: 'there', name: line.itemName } };
	return { desk: withLines(desk, lines), answer: { kind: 'comes', line, parts: parts.length } };
}
