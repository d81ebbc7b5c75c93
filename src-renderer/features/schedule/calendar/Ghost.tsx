import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { wallTimeAt } from '#shared/kernel/wall-time.ts';
import { styleOf } from './Blocks.tsx';
import type { Board, Place } from './board.ts';
import classes from './Ghost.module.css';

interface Props {
	board: Board;
	place: Place;
	lane: HTMLElement;
	isInTheWay: boolean;
	/** The page scrolls to it; a pointer is where it is anyway. */
	isFollowed: boolean;
}

/** Where the block would be, coloured by whether something stands against it; the words for it are in the line above. */
export function Ghost({ board, place, lane, isInTheWay, isFollowed }: Props) {
	const { from, until } = place;
	const ref = useRef<HTMLDivElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: wherever it goes it is to be seen
	useEffect(() => {
		if (isFollowed) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}, [place, isFollowed]);
	return createPortal(
		<div
			ref={ref}
			className={classes.ghost}
			style={styleOf(board, from, until, 0, 1)}
			data-conflict={isInTheWay || undefined}
			aria-hidden
		>
			{wallTimeAt(from)}–{wallTimeAt(until)}
		</div>,
		lane,
	);
}
