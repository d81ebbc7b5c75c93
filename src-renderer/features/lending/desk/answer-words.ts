import { formatMoney } from '#renderer/i18n/money.ts';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import type { Obstacle } from '#shared/features/lending/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { type Against, asks, forbids } from './against.ts';
import type { answerTexts } from './answer-texts.ts';
import type { Answer, Done } from './answers.ts';
import { depositOf, heads } from './desk-state.ts';

type Texts = (typeof answerTexts)['de'];

export interface AnswerWords {
	readonly title: string;
	readonly lines: readonly string[];
}

interface Speaker {
	readonly t: Texts;
	/** One sentence for what stands against something. */
	sentence(obstacle: Obstacle): string;
	/** Of an item on the desk; null for the borrower, or what nobody knows any more. */
	nameOf(itemId: string | null): string | null;
	/** For an error. */
	refusal(error: unknown): string;
}

export function answerWords(answer: Answer, { t, sentence, nameOf, refusal }: Speaker): AnswerWords {
	switch (answer.kind) {
		case 'card': {
			const { borrower, obstacles } = answer;
			return { title: borrowerName(borrower), lines: [t.cardWords(borrower.number, borrower.out), ...obstacles.map(sentence)] };
		}
		case 'goes': {
			const { item, parts, obstacles } = answer;
			const others = obstacles.filter(({ code }) => code !== 'in_house_only');
			const words = item.inHouseOnly ? t.stays(item.name) : parts === 0 ? t.goes(item.name) : t.goesKit(item.name, parts);
			return { title: asks(obstacles) ? t.needsReason(item.name) : words, lines: others.map(sentence) };
		}
		case 'refused':
			return { title: t.refused(answer.item.name), lines: answer.obstacles.map(sentence) };
		case 'comes': {
			const { line, parts } = answer;
			const title = parts === 0 ? t.comes(line.itemName) : t.comesKit(line.itemName, parts);
			return { title, lines: [t.comesFrom(line.borrower.name)] };
		}
		case 'there':
			return { title: t.there(answer.name), lines: [t.thereWords] };
		case 'unknown':
			return answer.looksLike === 'item'
				? { title: t.unknownItem(answer.code), lines: [t.unknownItemWords] }
				: { title: t.unknownCard(answer.code), lines: [t.unknownCardWords] };
		case 'unreadable':
			return { title: t.unreadable[answer.why], lines: [t.unreadableWords[answer.why]] };
		case 'turn':
			return { title: t.turn(answer.name), lines: [t.turnWords] };
		case 'no_turn':
			return { title: t.noTurn, lines: [t.noTurnWords] };
		case 'empty':
			return { title: t.empty, lines: [t.emptyWords] };
		case 'no_card':
			return { title: t.noCard, lines: [t.noCardWords] };
		case 'describe':
			return { title: t.describe, lines: [t.describeWords] };
		case 'amount':
			return { title: t.amount, lines: [t.amountWords] };
		case 'cleared':
			return { title: t.cleared, lines: [] };
		case 'undone':
			return undoneWords(answer.what, t);
		case 'too_late':
			return { title: t.tooLate, lines: [t.tooLateWords] };
		case 'nothing_to_undo':
			return { title: t.nothingToUndo, lines: [] };
		case 'table_first':
			return { title: t.tableFirst, lines: [t.tableFirstWords] };
		case 'against':
			return againstWords(answer.against, t, (obstacle) => {
				const name = nameOf(obstacle.itemId);
				return name === null ? sentence(obstacle) : t.about(name, sentence(obstacle));
			});
		case 'outdated':
			return { title: t.outdated, lines: [t.outdatedWords] };
		case 'done':
			return doneWords(answer.done, t);
		case 'failed':
			return { title: t.failed, lines: [refusal(answer.error)] };
	}
}

function againstWords(against: readonly Against[], t: Texts, sentence: (obstacle: Against) => string): AnswerWords {
	const stops = against.filter(({ weight }) => weight !== 'warns');
	const lines = [...new Set(stops.map(sentence))];
	return forbids(against) ? { title: t.against, lines } : { title: t.againstAsks, lines: [...lines, t.againstAsksWords] };
}

function undoneWords(what: Extract<Answer, { kind: 'undone' }>['what'], t: Texts): AnswerWords {
	if (what === null) return { title: t.undone, lines: [] };
	if ('names' in what) return { title: t.undone, lines: [t.takenOff(what.names.join(', '))] };
	return { title: t.undone, lines: [t.undoneStep(doneWords(what.done, t).title)] };
}

function doneWords({ step, desk }: Done, t: Texts): AnswerWords {
	const lent = heads(desk).length;
	const home = step.loans.find(({ kind }) => kind === 'take_home');
	const here = step.loans.find(({ kind }) => kind === 'in_house');
	const times = [...(home ? [t.doneUntil(formatLocalDate(home.dueOn))] : []), ...(here ? [t.doneHere] : [])];
	const out =
		lent === 0 || desk.borrower === null ? [] : [`${t.doneOut(lent, borrowerName(desk.borrower))} ${times.join(' / ')}`];

	const open = new Map(step.returned.map(({ loanId, loanNumber, closesLoan }) => [loanId, closesLoan ? null : loanNumber]));
	const stillOut = [...open.values()].flatMap((number) => number ?? []);
	const count = desk.back.filter(({ line }) => desk.back.every((other) => other.line.itemId !== line.kitId)).length;
	// Not all of it, when something is missing or broken.
	const isWhole = stillOut.length === 0 && step.damages.length === 0;
	const back = count === 0 ? [] : [isWhole ? t.doneAllBack : t.doneBack(count)];

	const deposit = depositOf(desk) ?? 0;
	return {
		title: [...out, ...back].join(' · '),
		lines: [
			...(deposit > 0 ? [t.depositTaken(formatMoney(deposit))] : []),
			...stillOut.map(t.doneStillOut),
			...step.waiting.map(({ itemName, borrowerName: name, until }) => t.waiting(itemName, name, formatLocalDate(until))),
			...(step.damages.length > 0 ? [t.damages(step.damages.length)] : []),
		],
	};
}
