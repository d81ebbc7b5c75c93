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
import { HOUR_PIXELS } from './calendar-props.ts';

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
						lines={linesIn(one, board)}
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

/** Of a block with type of the usual size: `Blocks.module.css`. */
const LINE_PIXELS = 0.8125 * 16 * 1.3;
const PADDING_PIXELS = 2;

/** Where there is no room for all of the time, the end goes to a line that is out of sight. */
const BREAK = '\u200b';
const NO_BREAK = '\u2060';

interface OneProps {
	block: Block;
	lane: number;
	place: React.CSSProperties;
	/** So many fit; with larger type fewer are seen. */
	lines: number;
	colour: string;
	/** Left out: it stays where it is. */
	hintId: string | undefined;
	t: (typeof texts)['de'];
	onOpen(block: Block): void;
}

function OneBlock({ block, lane, place, lines, colour, hintId, t, onOpen }: OneProps) {
	const beside = besideOf(block);
	return (
		<button
			type="button"
			className={classes.block}
			style={place}
			data-colour={colour}
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
			{lines > 1 && <span className={classes.when}>{`${block.from}${BREAK}–${NO_BREAK}${block.until}`}</span>}
			{lines > 2 && beside !== '' && <span className={classes.beside}>{beside}</span>}
		</button>
	);
}

/** What is never seen costs time in a week with hundreds of blocks. */
function linesIn({ from, until }: Block, { kind }: Board): number {
	if (kind !== 'days') return 3;
	return Math.floor((((minutesOf(until) - minutesOf(from)) / 60) * HOUR_PIXELS - 2 * PADDING_PIXELS) / LINE_PIXELS);
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
