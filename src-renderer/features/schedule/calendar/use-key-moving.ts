import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isSamePlace, type KeyStep, stepped } from './board.ts';
import { BLOCK, type Mover, type Moving } from './moving.ts';

/** The same without a mouse: M takes the block that has the focus, arrows move it, Enter drops it, Escape takes it back. */
export function useKeyMoving(root: RefObject<HTMLElement | null>, moving: Moving | null, mover: Mover): void {
	const { board, movedOf, lanesFor, show, drop } = mover;

	const press = useEffectEvent((event: KeyboardEvent) => {
		const element = (event.target as Element).closest(BLOCK);
		if (element === null || event.ctrlKey || event.altKey || event.metaKey) return;
		if (moving?.by !== 'keys') {
			const found = event.key.toLowerCase() === 'm' ? movedOf(element) : null;
			if (found === null) return;
			event.preventDefault();
			show({ ...found, place: found.start, by: 'keys' });
			return;
		}
		const { moved, place, start } = moving;
		if (event.key === 'Tab' || place === null) return;
		// Whatever else a key means waits until it is dropped.
		event.preventDefault();
		event.stopPropagation();
		if (event.key === 'Escape') show(null);
		else if (event.key === 'Enter') {
			show(null);
			if (!isSamePlace(place, start)) drop(moved, place);
		} else {
			const step = stepOf(event, board.kind === 'days');
			if (step !== null) show({ ...moving, place: stepped(place, step, lanesFor(moved), board) });
		}
	});
	const leave = useEffectEvent(() => {
		if (moving?.by === 'keys') show(null);
	});

	useEffect(() => {
		const element = root.current;
		element?.addEventListener('keydown', press);
		element?.addEventListener('focusout', leave);
		return () => {
			element?.removeEventListener('keydown', press);
			element?.removeEventListener('focusout', leave);
		};
	}, [root]);
}

const STEPS: Record<'down' | 'across', Record<string, KeyStep>> = {
	down: { ArrowUp: { along: -1 }, ArrowDown: { along: 1 }, ArrowLeft: { across: -1 }, ArrowRight: { across: 1 } },
	across: { ArrowLeft: { along: -1 }, ArrowRight: { along: 1 }, ArrowUp: { across: -1 }, ArrowDown: { across: 1 } },
};

function stepOf({ key, shiftKey }: KeyboardEvent, isDown: boolean): KeyStep | null {
	const step = STEPS[isDown ? 'down' : 'across'][key];
	if (!step || !shiftKey) return step ?? null;
	return step.along === undefined ? null : { longer: step.along };
}
