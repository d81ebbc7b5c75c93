import { memo, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { minutesOf } from '#shared/kernel/wall-time.ts';
import { besideOf, shortTitleOf, spokenName } from '../block-words.ts';
import { type Block, isCancelled } from '../blocks.ts';
import { texts } from '../week-texts.ts';
import classes from './Blocks.module.css';
import { besideEachOther } from './beside.ts';
import { type Board, lanesOf } from './board.ts';

interface Props {
	board: Board;
	lanes: readonly HTMLElement[];
	blocks: readonly Block[];
	/** Whose appointments stand out. */
	me: MemberId | null;
	mayMove(block: Block): boolean;
	/** Id of the element that says how blocks are moved. */
	hintId: string;
	onOpen(block: Block): void;
}

/**
 * The blocks in the lanes of the library's calendar. Its own blocks are a styled component each, placed with dates that
 * are read again and again, and all of them are drawn anew while one is dragged.
 */
export const Blocks = memo(function Blocks({ board, lanes, blocks, me, mayMove, hintId, onOpen }: Props) {
	const perLane = useMemo(() => {
		const found: Block[][] = board.lanes.map(() => []);
		for (const block of blocks) for (const lane of lanesOf(block, board)) found[lane]?.push(block);
		return found.map(besideEachOther);
	}, [board, blocks]);
	const t = useTexts(texts);
	return lanes.map((element, lane) =>
		createPortal(
			<div className={classes.layer}>
				{(perLane[lane] ?? []).map(({ one, offset, width }) => (
					<OneBlock
						key={one.key}
						block={one}
						lane={lane}
						place={styleOf(board, minutesOf(one.from), minutesOf(one.until), offset, width)}
						colour={colourOf(one, me)}
						hintId={mayMove(one) ? hintId : undefined}
						t={t}
						onOpen={onOpen}
					/>
				))}
			</div>,
			element,
			board.lanes[lane],
		),
	);
});

interface OneProps {
	block: Block;
	lane: number;
	place: React.CSSProperties;
	colour: string;
	/** Left out: it stays where it is. */
	hintId: string | undefined;
	t: (typeof texts)['de'];
	onOpen(block: Block): void;
}

function OneBlock({ block, lane, place, colour, hintId, t, onOpen }: OneProps) {
	const beside = besideOf(block);
	const colours = {
		'--block-surface': `var(--mantine-color-${colour === 'gray' ? 'default-hover' : `${colour}-light`})`,
		'--block-edge': `var(--mantine-color-${colour}-5)`,
	};
	return (
		<button
			type="button"
			className={classes.block}
			style={{ ...place, ...colours }}
			data-block={block.key}
			data-lane={lane}
			data-what={block.what}
			data-movable={hintId !== undefined || undefined}
			data-cancelled={isCancelled(block) || undefined}
			aria-label={spokenName(block, t)}
			aria-describedby={hintId}
			onClick={() => onOpen(block)}
		>
			<span className={classes.title}>{shortTitleOf(block, t)}</span>
			<span className={classes.when}>
				{block.from}
				<span>–{block.until}</span>
			</span>
			{beside !== '' && <span className={classes.beside}>{beside}</span>}
		</button>
	);
}

function colourOf(block: Block, me: MemberId | null): string {
	if (block.what === 'session') return isCancelled(block) ? 'gray' : block.session.colour;
	return me !== null && block.memberIds.includes(me) ? 'petrol' : 'gray';
}

/** `offset` and `width`: across the lane, in parts of 1. */
export function styleOf(board: Board, from: number, until: number, offset: number, width: number): React.CSSProperties {
	const percent = (part: number) => `${part * 100}%`;
	const [begins, lasts] = [(from - board.first) / (board.last - board.first), (until - from) / (board.last - board.first)];
	return board.kind === 'days'
		? { top: percent(begins), height: percent(lasts), left: percent(offset), width: percent(width) }
		: { left: percent(begins), width: percent(lasts), top: percent(offset), height: percent(width) };
}
