import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { readCard } from '#renderer/features/turns/turn-choices.ts';
import { useTurn, useTurns } from '#renderer/features/turns/useTurns.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { currentPreferences } from '#renderer/rpc/preferences.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { play } from '#renderer/ui/scanner/sounds.ts';
import type { DeskItem, OpenLine, ScanAnswer } from '#shared/features/lending/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { type Answer, afterItem, afterReturn, afterScan, type Done, type Question, soundOf } from './answers.ts';
import { refusedBy } from './complete-step.ts';
import {
	type Desk,
	depositOf,
	EMPTY_DESK,
	isEmpty,
	newerNames,
	stepOf,
	undescribed,
	withDesk,
	withoutNewer,
} from './desk-state.ts';
import { useDeskMemory } from './useDeskMemory.ts';

/** What Ctrl+Z takes back: a step that was done, what was cleared away, or what was laid down since `desk`. */
type Undoable = { readonly kind: 'step'; readonly done: Done } | { readonly kind: 'cleared' | 'laid'; readonly desk: Desk };

/** Also after a look at another page, but not after a lock: that forgets whatever was asked or answered. */
const UNDO = ['desk', 'undo'];

/** The longest text that the backend takes at all; what is longer is no code anyway. */
const LONGEST_TEXT = 20_000;
const MOST_UNDOABLE = 60;

/** The desk: scans and commands one after the other, however fast they come, and what is said to each. */
export function useDesk() {
	const memory = useDeskMemory();
	const queries = useQueryClient();
	const choices = useTurns();
	const turn = useTurn();
	const [answer, setAnswer] = useState<Answer | null>(null);
	const [question, setQuestion] = useState<Question | null>(null);
	/** How often something was scanned instead of answering. */
	const [unanswered, setUnanswered] = useState(0);
	const [busy, setBusy] = useState(0);
	const [undoables, setUndoables] = useState(() => queries.getQueryData<readonly Undoable[]>(UNDO) ?? []);
	const asking = useRef(question);
	const undoing = useRef(undoables);
	const waiting = useRef(Promise.resolve());
	const { now, become } = memory;

	const say = (next: Answer) => {
		setAnswer(next);
		const sound = soundOf(next);
		if (sound !== null && currentPreferences().sounds) play(sound);
	};
	const ask = (next: Question | null) => {
		asking.current = next;
		setQuestion(next);
		setUnanswered(0);
		if (next !== null && currentPreferences().sounds) play('unknown');
	};
	const remember = (next: readonly Undoable[]) => {
		undoing.current = next.slice(-MOST_UNDOABLE);
		queries.setQueryData(UNDO, undoing.current);
		setUndoables(undoing.current);
	};
	const put = (desk: Desk) => {
		const before = now();
		if (desk !== before) remember([...undoing.current, { kind: 'laid', desk: before }]);
		become(desk);
	};
	const lay = (after: { desk: Desk; answer: Answer }) => {
		put(after.desk);
		say(after.answer);
	};
	/** A scanner does not wait for the answer to the code before. */
	const next = (command: () => Promise<void>): Promise<void> => {
		setBusy((count) => count + 1);
		waiting.current = waiting.current
			.then(command)
			.catch((error: unknown) => say({ kind: 'failed', error }))
			.finally(() => setBusy((count) => count - 1));
		return waiting.current;
	};
	/** Nothing else happens before the question is answered. */
	const isAsked = (): boolean => {
		if (asking.current === null) return false;
		setUnanswered((count) => count + 1);
		if (currentPreferences().sounds) play('blocked');
		return true;
	};

	const takeTurn = async (id: string) => {
		const who = choices.find((choice) => choice.id === id);
		if (who === undefined) return say({ kind: 'no_turn' });
		await turn.mutateAsync(who);
		say({ kind: 'turn', name: who.name });
	};

	const scan = (text: string, wanted?: ItemId) =>
		next(async () => {
			if (isAsked()) return;
			const { borrower, out, inHouse, issuedOn } = now();
			const found = await client.lending.scan({
				text: text.slice(0, LONGEST_TEXT),
				borrowerId: borrower?.id ?? null,
				onDesk: out.map(({ item }) => item.id),
				inHouse,
				issuedOn,
			});
			if (found.kind === 'member') return takeTurn(readCard(text) ?? found.memberId);
			const after = afterScan(now(), narrowed(found, wanted));
			if ('question' in after) return ask(after.question);
			lay(after);
		});

	const done = (finished: Done, issuedOn: Desk['issuedOn']) => {
		// Whoever enters a stack of paper stays on its day.
		become({ ...EMPTY_DESK, issuedOn });
		remember([...undoing.current, { kind: 'step', done: finished }]);
		say({ kind: 'done', done: finished });
		return queries.invalidateQueries({ queryKey: api.lending.key() });
	};

	const complete = async (): Promise<boolean> => {
		const desk = now();
		if (desk.out.length + desk.back.length === 0) say({ kind: 'empty' });
		else if (desk.out.length > 0 && desk.borrower === null) say({ kind: 'no_card' });
		else if (undescribed(desk)) say({ kind: 'describe' });
		else if (depositOf(desk) === undefined) say({ kind: 'amount' });
		else {
			try {
				await done({ step: await client.lending.complete(stepOf(desk)), desk }, desk.issuedOn);
				return true;
			} catch (error) {
				await refusedBy(error, { desk, become, say });
				if (refusalCode(error) === 'OUTDATED') await queries.invalidateQueries({ queryKey: api.lending.key() });
			}
		}
		return false;
	};

	const undo = () =>
		next(async () => {
			const last = undoing.current.at(-1);
			if (last === undefined) return say({ kind: 'nothing_to_undo' });
			// Whose step it was is long gone: it must not be taken back for what lies here now.
			if (last.kind === 'step' && !isEmpty(now())) return say({ kind: 'table_first' });
			remember(undoing.current.slice(0, -1));
			if (last.kind === 'step') {
				const { loans, returned, damages, collected } = last.done.step;
				try {
					await client.lending.undo({ loans, returned, damages, collected });
				} catch (error) {
					if (refusalCode(error) !== 'TOO_LATE') {
						remember([...undoing.current, last]);
						throw error;
					}
					return say({ kind: 'too_late' });
				}
				await queries.invalidateQueries({ queryKey: api.lending.key() });
			}
			const desk = now();
			if (last.kind === 'step') {
				become(last.done.desk);
				say({ kind: 'undone', what: { done: last.done } });
			} else if (last.kind === 'cleared') {
				become(withDesk(last.desk, desk));
				say({ kind: 'undone', what: null });
			} else {
				become(withoutNewer(desk, last.desk));
				say({ kind: 'undone', what: { names: newerNames(desk, last.desk) } });
			}
		});

	/** With a way back. */
	const change = useCallback((changed: (desk: Desk) => Desk) => become(changed(now())), [become, now]);
	const takeAway = (changed: (desk: Desk) => Desk) => {
		const before = now();
		remember([...undoing.current, { kind: 'cleared', desk: before }]);
		become(changed(before));
	};
	const clear = () =>
		next(async () => {
			const before = now();
			ask(null);
			if (isEmpty(before)) return setAnswer(null);
			takeAway(() => ({ ...EMPTY_DESK, issuedOn: before.issuedOn }));
			say({ kind: 'cleared' });
		});

	/** The other card: after finishing what lies there, for what lies there, or not at all. */
	const answerCard = (meant: 'finish' | 'swap' | 'stay') =>
		next(async () => {
			const asked = asking.current;
			if (asked?.kind !== 'other_card') return;
			ask(null);
			const { borrower, obstacles } = asked;
			if (meant === 'stay') return setAnswer(null);
			if (meant === 'finish' && !(await complete())) return;
			put({ ...now(), borrower });
			if (meant === 'swap') say({ kind: 'card', borrower, obstacles });
		});
	const answerSeveral = (chosen: { item: DeskItem } | { line: OpenLine } | null) =>
		next(async () => {
			ask(null);
			if (chosen === null) return setAnswer(null);
			lay('item' in chosen ? afterItem(now(), [chosen.item]) : afterReturn(now(), [chosen.line]));
		});

	return {
		desk: memory.desk,
		loaded: memory.loaded,
		answer,
		question,
		unanswered,
		busy: busy > 0,
		canUndo: undoables.length > 0,
		scan,
		/** Something that is out comes back, without scanning it. */
		bringBack: (lines: readonly OpenLine[]) =>
			next(async () => {
				lay(afterReturn(now(), lines));
			}),
		complete: () =>
			next(async () => {
				if (!isAsked()) await complete();
			}),
		undo,
		change,
		takeAway,
		clear,
		answerCard,
		answerSeveral,
	};
}

export type DeskControl = ReturnType<typeof useDesk>;

/** Whoever chose one of several with the same number from a list has answered already. */
function narrowed<F extends ScanAnswer>(found: F, wanted: ItemId | undefined): F | Extract<ScanAnswer, { kind: 'item' | 'out' }> {
	if (found.kind !== 'several' || wanted === undefined) return found;
	const item = found.items.find(({ id }) => id === wanted);
	if (item) return { kind: 'item', items: [item] };
	const lines = found.lines.filter(({ itemId }) => itemId === wanted);
	return lines.length === 1 ? { kind: 'out', lines: lines as [OpenLine] } : found;
}
