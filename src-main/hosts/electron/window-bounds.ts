import type { Rectangle } from 'electron';
import { z } from 'zod';

/** Where the window was last time. The file holds numbers only and is believed only as far as a screen is there. */

const Pixels = z.int().min(-100_000).max(100_000);
const WindowBounds = z.strictObject({
	x: Pixels,
	y: Pixels,
	width: Pixels.min(1),
	height: Pixels.min(1),
	/** 1 = maximised. */
	maximized: z.union([z.literal(0), z.literal(1)]),
});
export type WindowBounds = z.infer<typeof WindowBounds>;

export const MIN_WIDTH = 800;
export const MIN_HEIGHT = 600;
const FIRST = { width: 1280, height: 860 };

/** @returns null for anything that is not exactly what `JSON.stringify` of bounds gives */
export function parseBounds(text: string): WindowBounds | null {
	try {
		const parsed = WindowBounds.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}

/**
 * Fits remembered bounds into the screens that are there now (a second screen may have been unplugged).
 * @param screens work areas, the primary one first
 */
export function placeWindow(remembered: WindowBounds | null, screens: readonly Rectangle[]): Rectangle {
	const primary = screens[0] ?? { x: 0, y: 0, ...FIRST };
	const wanted = remembered ?? centred(primary);
	const screen = remembered === null ? primary : (screens.find((area) => showsTitleBar(wanted, area)) ?? null);
	return screen === null ? fitInto(centred(primary), primary) : fitInto(wanted, screen);
}

function centred(area: Rectangle): Rectangle {
	const width = Math.min(FIRST.width, area.width);
	const height = Math.min(FIRST.height, area.height);
	return { x: area.x + Math.floor((area.width - width) / 2), y: area.y + Math.floor((area.height - height) / 2), width, height };
}

/** Enough of the title bar to get hold of the window. */
function showsTitleBar(window: Rectangle, area: Rectangle): boolean {
	const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
	return visible >= 100 && window.y >= area.y && window.y <= area.y + area.height - 40;
}

function fitInto(window: Rectangle, area: Rectangle): Rectangle {
	const width = Math.min(Math.max(window.width, MIN_WIDTH), area.width);
	const height = Math.min(Math.max(window.height, MIN_HEIGHT), area.height);
	return {
		x: Math.max(area.x, Math.min(window.x, area.x + area.width - width)),
		y: Math.max(area.y, Math.min(window.y, area.y + area.height - height)),
		width,
		height,
	};
}
