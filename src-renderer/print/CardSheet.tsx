import { QRCodeSVG } from 'qrcode.react';
import classes from './CardSheet.module.css';
import { barcodeOf } from './code128.ts';

export interface Card {
	readonly id: string;
	readonly name: string;
	/** What a scanner reads from the QR code. */
	readonly code: string;
	/** For scanners that read stripes only, and for typing; stands under the QR code's text. */
	readonly number?: string;
}

/** Cards of 85 × 54 mm (as bank cards) in two columns on A4; crosses say where to cut. */
const COLUMNS = 2;
const ROWS = 5;
export const CARDS_PER_SHEET = COLUMNS * ROWS;
/** Width of the thinnest stripe, mm. */
const MODULE = 0.33;
const CARD = { width: 85, height: 54 };
const SHEET = { width: 210, height: 297 };
const LEFT = (SHEET.width - COLUMNS * CARD.width) / 2;
const TOP = (SHEET.height - ROWS * CARD.height) / 2;

/** Cards to hold before a scanner, as many sheets as they need. Always German, black on white. `use`: what for. */
export function CardSheet({ cards, site, use }: { cards: readonly Card[]; site: string; use: string }) {
	const sheets = Array.from({ length: Math.ceil(cards.length / CARDS_PER_SHEET) }, (_, sheet) =>
		cards.slice(sheet * CARDS_PER_SHEET, (sheet + 1) * CARDS_PER_SHEET),
	);
	return (
		<div lang="de" className={classes.sheets}>
			{sheets.map((onSheet) => (
				<div key={onSheet[0]?.id} className={classes.sheet}>
					<CutMarks />
					<ul className={classes.cards}>
						{onSheet.map(({ id, name, code, number }) => (
							<li key={id} className={classes.card}>
								<span className={classes.words}>
									<span className={classes.site}>{site}</span>
									<span className={classes.name} data-long={name.length > 20 || undefined}>
										{name}
									</span>
									<span className={classes.use}>{use}</span>
								</span>
								<QRCodeSVG value={code} size={128} level="M" marginSize={2} title={`Code von ${name}`} className={classes.code} />
								{number === undefined ? <span className={classes.text}>{code}</span> : <Stripes number={number} />}
							</li>
						))}
					</ul>
				</div>
			))}
		</div>
	);
}

/** The number as Code 128 and in letters: 0.33 mm a module, which every laser printer and scanner can do. */
function Stripes({ number }: { number: string }) {
	const { bars, width } = barcodeOf(number);
	return (
		<span className={classes.stripes}>
			<svg
				viewBox={`0 0 ${width} 1`}
				preserveAspectRatio="none"
				role="img"
				aria-label={`Strichcode von ${number}`}
				style={{ width: `${width * MODULE}mm`, height: '8mm' }}
			>
				<path d={bars.map((bar) => `M${bar.at} 0h${bar.width}v1h-${bar.width}z`).join('')} />
			</svg>
			<span className={classes.number}>{number}</span>
		</span>
	);
}

/** A cross at every corner of every card, also of the places left empty: paper is cut in whole strips. */
function CutMarks() {
	const columns = Array.from({ length: COLUMNS + 1 }, (_, column) => LEFT + column * CARD.width);
	const rows = Array.from({ length: ROWS + 1 }, (_, row) => TOP + row * CARD.height);
	return (
		<svg className={classes.marks} viewBox={`0 0 ${SHEET.width} ${SHEET.height}`} aria-hidden>
			{columns.flatMap((x) => rows.map((y) => <path key={`${x} ${y}`} d={`M${x - 3} ${y}h6M${x} ${y - 3}v6`} />))}
		</svg>
	);
}
