import { Button } from '@mantine/core';
import { IconArrowsMove } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { Block } from '../blocks.ts';
import { Blocks } from './Blocks.tsx';
import { type Board, type Moved, type Place, placeOfBlock, type Wanted, wantedAt } from './board.ts';
import type { ConflictFinder } from './conflicts.ts';
import { Ghost } from './Ghost.tsx';
import { MovingLine } from './MovingLine.tsx';
import { BLOCK, type Mover, type Moving } from './moving.ts';
import { movingTexts } from './moving-texts.ts';
import { useKeyMoving } from './use-key-moving.ts';
import { usePointerMoving } from './use-pointer-moving.ts';

/** What somebody may do in a calendar, and what becomes of it. */
export interface Doing {
	/** Who a new appointment is with until somebody else is chosen. */
	readonly me: MemberId | null;
	readonly find: ConflictFinder;
	readonly mayCreate: boolean;
	mayMove(block: Block): boolean;
	mayHave(member: MemberId): boolean;
	open(block: Block): void;
	/** `until`: null where only a beginning was chosen. */
	create(wanted: Omit<Wanted, 'until'> & { readonly until: Wanted['until'] | null }): void;
	drop(block: Block, wanted: Wanted): void;
}

interface Props {
	board: Board;
	blocks: readonly Block[];
	doing: Doing;
	/** The class of the library's elements that the blocks of one lane stand in. */
	laneClass: string;
	/** The library's calendar, without blocks. While something moves only what is here is drawn again. */
	children: ReactNode;
}

/** A calendar in which things are moved, by mouse and by keyboard, with what stands against it said while they move. */
export function CalendarBoard({ board, blocks, doing, laneClass, children }: Props) {
	const t = useTexts(movingTexts);
	const root = useRef<HTMLDivElement>(null);
	const hintId = useId();
	const [lanes, setLanes] = useState<readonly HTMLElement[]>([]);
	const [moving, show] = useState<Moving | null>(null);
	const [focused, setFocused] = useState<HTMLElement | null>(null);
	const dropped = useRef<string | null>(null);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another board may have other lanes
	useLayoutEffect(() => {
		const found = [...(root.current?.getElementsByClassName(laneClass) ?? [])] as HTMLElement[];
		setLanes((known) => (found.length === known.length && found.every((one, at) => one === known[at]) ? known : found));
	}, [board, laneClass]);

	const byKey = useMemo(() => new Map(blocks.map((block) => [block.key, block])), [blocks]);
	const { me, find, mayCreate, mayMove, mayHave, create, drop } = doing;
	const mover: Mover = {
		board,
		movedOf(element) {
			const { block: key, lane: laneText } = (element as HTMLElement).dataset;
			const block = byKey.get(key ?? '');
			if (!block || !mayMove(block)) return null;
			const lane = Number(laneText);
			return { moved: { block, lane }, start: placeOfBlock(block, lane) };
		},
		lanesFor({ block, lane }) {
			if (board.kind !== 'people') return [...board.lanes.keys()];
			// Who leads an offer is decided at the offer.
			if (block?.what === 'session') return [lane];
			return [...board.lanes.entries()].flatMap(([at, member]) => (mayHave(member) ? [at] : []));
		},
		show,
		drop(moved: Moved, place: Place) {
			const wanted = wantedAt(moved, place, board, me);
			if (moved.block === null) create(wanted);
			else {
				dropped.current = moved.block.key;
				drop(moved.block, wanted);
			}
		},
	};
	usePointerMoving(root, { ...mover, lanes, mayCreate });
	useKeyMoving(root, moving, mover);

	// A block that comes to another lane is another element there.
	useEffect(() => {
		const key = dropped.current;
		if (key === null || !blocks.some((block) => block.key === key)) return;
		const element = [...(root.current?.querySelectorAll<HTMLElement>(BLOCK) ?? [])].find(({ dataset }) => dataset.block === key);
		if (document.activeElement === document.body) element?.focus({ preventScroll: true });
	}, [blocks]);

	const movedKey = moving?.moved.block?.key;
	useEffect(() => {
		if (movedKey === undefined) return;
		const elements = [...(root.current?.querySelectorAll<HTMLElement>(BLOCK) ?? [])].filter(
			({ dataset }) => dataset.block === movedKey,
		);
		for (const element of elements) element.dataset.moving = '';
		return () => {
			for (const element of elements) delete element.dataset.moving;
		};
	}, [movedKey]);

	useEffect(() => {
		const element = root.current;
		const focus = ({ target }: FocusEvent) => {
			const block = (target as Element).closest<HTMLElement>(`${BLOCK}[data-movable]`);
			setFocused(block?.matches(':focus-visible') ? block : null);
		};
		const leave = () => setFocused(null);
		element?.addEventListener('focusin', focus);
		element?.addEventListener('focusout', leave);
		return () => {
			element?.removeEventListener('focusin', focus);
			element?.removeEventListener('focusout', leave);
		};
	}, []);

	const begin = useCallback(() => focused?.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true })), [focused]);
	const wanted = moving?.place ? wantedAt(moving.moved, moving.place, board, me) : null;
	const conflicts = wanted === null ? [] : find(wanted);
	const mayMoveAny = blocks.some(mayMove);
	return (
		<>
			{(mayCreate || mayMoveAny) && (
				<MovingLine
					hintId={hintId}
					board={board}
					moving={moving}
					wanted={wanted}
					conflicts={conflicts}
					mayCreate={mayCreate}
					action={
						focused !== null && moving === null ? (
							<Button
								size="compact-md"
								variant="default"
								leftSection={<IconArrowsMove size={16} aria-hidden />}
								// The block keeps the focus, and with it the keys.
								onMouseDown={(event) => event.preventDefault()}
								onClick={begin}
							>
								{t.move}
							</Button>
						) : null
					}
				/>
			)}
			<div ref={root} data-board={board.kind === 'days' ? 'down' : 'across'} data-busy={moving !== null || undefined}>
				{children}
				<Blocks board={board} lanes={lanes} blocks={blocks} me={me} mayMove={mayMove} hintId={hintId} onOpen={doing.open} />
				{moving?.place && lanes[moving.place.lane] && (
					<Ghost
						board={board}
						place={moving.place}
						lane={lanes[moving.place.lane] as HTMLElement}
						isInTheWay={conflicts.length > 0}
						isFollowed={moving.by === 'keys'}
					/>
				)}
			</div>
		</>
	);
}
