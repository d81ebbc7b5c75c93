import type { Board, Moved, Place } from './board.ts';

/** Something that is being moved, resized or drawn, and where it would be now. */
export interface Moving {
	readonly moved: Moved;
	/** Where it stands; null for something new. */
	readonly start: Place | null;
	/** Null: nowhere on the board, or where it cannot be. */
	readonly place: Place | null;
	readonly by: 'pointer' | 'keys';
}

/** What pointer and keyboard have in common. */
export interface Mover {
	readonly board: Board;
	/** What stands under such an element; null for what may not be moved. */
	movedOf(element: Element): { readonly moved: Moved; readonly start: Place } | null;
	/** Where it may go. */
	lanesFor(moved: Moved): readonly number[];
	show(moving: Moving | null): void;
	drop(moved: Moved, place: Place): void;
}

export const BLOCK = '[data-block]';
