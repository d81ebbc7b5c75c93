import { code128 } from 'bwip-js/browser';

/** A barcode as dark stripes, in modules (the width of the thinnest one), without the white it needs at both ends. */
export interface Barcode {
	readonly bars: readonly { readonly at: number; readonly width: number }[];
	readonly width: number;
}

/** White on either side of a Code 128, in modules (ISO/IEC 15417). */
export const QUIET_ZONE = 10;

const known = new Map<string, Barcode>();

/** Code 128 of a text, with the shortest switch between its sets. */
export function barcodeOf(text: string): Barcode {
	const before = known.get(text);
	if (before) return before;
	const bars: { at: number; width: number }[] = [];
	let width = 0;
	const nothing = () => {};
	const drawn = code128<Barcode>(
		{ bcid: 'code128', text, scale: 1, height: 1 },
		{
			scale: () => [1, 1],
			measure: () => ({ width: 0, ascent: 0, descent: 0 }),
			init: (modules) => {
				width = modules;
			},
			// A bar is a line as thick as the bar is wide; its place is its middle, rounded up.
			line: (x, _top, _x, _bottom, thickness) => bars.push({ at: x - Math.ceil(thickness / 2), width: thickness }),
			polygon: nothing,
			hexagon: nothing,
			ellipse: nothing,
			fill: nothing,
			text: nothing,
			end: () => ({ bars, width }),
		},
	);
	known.set(text, drawn);
	return drawn;
}
