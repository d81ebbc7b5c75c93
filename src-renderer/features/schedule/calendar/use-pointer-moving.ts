import { type RefObject, useEffect, useEffectEvent } from 'react';
import { draggedTo, isSamePlace, type Moved, type Place, resizedTo, spannedBy } from './board.ts';
import { BLOCK, type Mover } from './moving.ts';

/** Less is a click with an unsteady hand. */
const LEAST_PIXELS = 5;
/** At either end of a block, where it is made longer or shorter; a short one keeps a middle to be taken by. */
const EDGE_PIXELS = 8;
/** So near to the end of the window it scrolls along. */
const SCROLL_PIXELS = 48;

interface Point {
	readonly lane: number;
	readonly minutes: number;
}

interface Gesture {
	readonly moved: Moved;
	readonly start: Place | null;
	at(point: Point): Place | null;
}

interface Options extends Mover {
	readonly lanes: readonly HTMLElement[];
	readonly mayCreate: boolean;
}

/** Blocks are dragged to another place, made longer or shorter at their ends, and new ones drawn over free time. */
export function usePointerMoving(root: RefObject<HTMLElement | null>, options: Options): void {
	const { board, lanes, mayCreate, movedOf, lanesFor, show, drop } = options;

	/** Null: beside the board. */
	const pointOf = ({ clientX, clientY }: PointerEvent): Point | null => {
		const isDown = board.kind === 'days';
		for (const [lane, element] of lanes.entries()) {
			const { left, right, top, bottom } = element.getBoundingClientRect();
			if (clientX < left || clientX >= right || clientY < top || clientY >= bottom) continue;
			const part = isDown ? (clientY - top) / (bottom - top) : (clientX - left) / (right - left);
			return { lane, minutes: board.first + part * (board.last - board.first) };
		}
		return null;
	};

	const gestureOf = (event: PointerEvent): Gesture | null => {
		const target = event.target as Element;
		const taken = pointOf(event);
		if (taken === null) return null;
		const element = target.closest(BLOCK);
		if (element === null) {
			if (!mayCreate) return null;
			const moved = { block: null, lane: taken.lane };
			if (!lanesFor(moved).includes(taken.lane)) return null;
			// Whoever slips into the lane beside it still draws in the one where they began.
			return { moved, start: null, at: ({ minutes }) => spannedBy(taken.lane, taken.minutes, minutes, board) };
		}
		const found = movedOf(element);
		if (found === null) return null;
		const { moved, start } = found;
		const edge = edgeUnder(event, element, board.kind === 'days');
		if (edge !== null) return { moved, start, at: ({ minutes }) => resizedTo(start, edge, minutes, board) };
		const allowed = lanesFor(moved);
		const grab = taken.minutes - start.from;
		return {
			...{ moved, start },
			at: ({ lane, minutes }) => (allowed.includes(lane) ? draggedTo(start, lane, minutes, grab, board) : null),
		};
	};

	const begin = useEffectEvent((event: PointerEvent) => {
		// A finger scrolls.
		if (event.button !== 0 || event.pointerType === 'touch') return;
		const gesture = gestureOf(event);
		if (gesture === null) return;
		const { moved, start } = gesture;
		const listening = new AbortController();
		const { signal } = listening;
		let began = false;
		let isShown = false;
		let place: Place | null = start;
		const end = () => {
			listening.abort();
			document.body.style.removeProperty('user-select');
			if (began) show(null);
		};
		const follow = (moveEvent: PointerEvent) => {
			if (!began) {
				if (Math.hypot(moveEvent.clientX - event.clientX, moveEvent.clientY - event.clientY) < LEAST_PIXELS) return;
				began = true;
				document.body.style.userSelect = 'none';
				swallowClick();
			}
			scrollAlong(moveEvent, root.current);
			const point = pointOf(moveEvent);
			const next = point && gesture.at(point);
			if (isShown && isSamePlace(place, next)) return;
			isShown = true;
			place = next;
			show({ moved, start, place, by: 'pointer' });
		};
		window.addEventListener('pointermove', follow, { signal });
		window.addEventListener(
			'pointerup',
			() => {
				end();
				if (began && place !== null && !isSamePlace(place, start)) drop(moved, place);
			},
			{ signal },
		);
		window.addEventListener('pointercancel', end, { signal });
		window.addEventListener('blur', end, { signal });
		window.addEventListener(
			'keydown',
			(key) => {
				if (key.key !== 'Escape') return;
				key.preventDefault();
				key.stopPropagation();
				end();
			},
			{ signal, capture: true },
		);
	});

	/** The pointer's shape says that an end can be taken. */
	const point = useEffectEvent((event: PointerEvent) => {
		const element = (event.target as Element).closest<HTMLElement>(`${BLOCK}[data-movable]`);
		if (element === null || event.buttons !== 0) return;
		element.toggleAttribute('data-edge', edgeUnder(event, element, board.kind === 'days') !== null);
	});

	useEffect(() => {
		const element = root.current;
		const listening = new AbortController();
		const { signal } = listening;
		element?.addEventListener('pointerdown', begin, { signal });
		element?.addEventListener('pointermove', point, { signal });
		return () => listening.abort();
	}, [root]);
}

function edgeUnder({ clientX, clientY }: PointerEvent, element: Element, isDown: boolean): 'from' | 'until' | null {
	const { left, right, top, bottom } = element.getBoundingClientRect();
	const [before, after] = isDown ? [clientY - top, bottom - clientY] : [clientX - left, right - clientX];
	const edge = Math.min(EDGE_PIXELS, (before + after) / 4);
	if (after <= edge) return 'until';
	return before <= edge ? 'from' : null;
}

/** The end of a drag is no click on what lies under it. */
function swallowClick(): void {
	const swallowing = new AbortController();
	const { signal } = swallowing;
	window.addEventListener(
		'click',
		(event) => {
			event.preventDefault();
			event.stopPropagation();
		},
		{ signal, capture: true },
	);
	// The click comes right after it.
	window.addEventListener('pointerup', () => setTimeout(() => swallowing.abort()), { signal });
	window.addEventListener('pointercancel', () => swallowing.abort(), { signal });
}

function scrollAlong({ clientY, movementY }: PointerEvent, inside: HTMLElement | null): void {
	const scroller = inside?.closest('main');
	if (!scroller) return;
	const { top, bottom } = scroller.getBoundingClientRect();
	const by = clientY > bottom - SCROLL_PIXELS && movementY > 0 ? 24 : clientY < top + SCROLL_PIXELS && movementY < 0 ? -24 : 0;
	if (by !== 0) scroller.scrollTop += by;
}
