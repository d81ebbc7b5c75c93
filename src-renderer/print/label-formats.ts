import { type Barcode, barcodeOf, QUIET_ZONE } from './code128.ts';

/** Sheets of sticky labels as shops sell them, A4. Millimetres throughout. */
export interface LabelFormat {
	readonly columns: number;
	readonly rows: number;
	readonly width: number;
	readonly height: number;
	/** From the paper's edge to the first label. */
	readonly left: number;
	readonly top: number;
	/** From one label to the next one. */
	readonly across: number;
	readonly down: number;
	/** Height of the barcode, and width of the QR code with its white. */
	readonly bars: number;
	readonly code: number;
}

/** A label printer makes 8 dots a millimetre (203 dpi): places and widths are whole dots, so that no bar is blurred. */
const DOT = 0.125;

/** Two dots: the thinnest bar that a hand scanner reads from any printer. */
export const MODULE = 2 * DOT;

/** A QR code of version 2 with its white is 33 squares wide. */
export const QR_VERSION = 2;
const QR_SQUARES = 33;

export const LABEL_FORMATS = {
	/** Such as Avery L7159. */
	a4_24: {
		columns: 3,
		rows: 8,
		width: 63.5,
		height: 33.875,
		left: 7.25,
		top: 13,
		across: 66,
		down: 33.875,
		bars: 11,
		code: QR_SQUARES * 4 * DOT,
	},
	/** Such as Avery 3657. */
	a4_40: {
		columns: 4,
		rows: 10,
		width: 48.5,
		height: 25.4,
		left: 8,
		top: 21.5,
		across: 48.5,
		down: 25.4,
		bars: 8.5,
		code: QR_SQUARES * 3 * DOT,
	},
} as const satisfies Record<string, LabelFormat>;
export type LabelFormatName = keyof typeof LABEL_FORMATS;

export const perSheet = ({ columns, rows }: LabelFormat): number => columns * rows;

/** The barcode of a number; null when it is too long for the label, whose QR code has to do then. */
export function barcodeFor(number: string, format: LabelFormat): Barcode | null {
	const barcode = barcodeOf(number);
	// The white at its ends may reach to the label's edge, but not over it.
	return (barcode.width + 2 * QUIET_ZONE) * MODULE <= format.width ? barcode : null;
}

/** Where the bars begin, in the middle of the label and on a whole dot. */
export const barsLeft = (barcode: Barcode, format: LabelFormat): number =>
	Math.floor((format.width - barcode.width * MODULE) / 2 / DOT) * DOT;
