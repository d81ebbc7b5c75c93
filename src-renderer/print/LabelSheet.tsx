import { QRCodeSVG } from 'qrcode.react';
import { LABEL_PREFIX } from '#shared/features/inventory/model.ts';
import type { Barcode } from './code128.ts';
import classes from './LabelSheet.module.css';
import {
	barcodeFor,
	barsLeft,
	LABEL_FORMATS,
	type LabelFormat,
	type LabelFormatName,
	MODULE,
	perSheet,
	QR_VERSION,
} from './label-formats.ts';

export interface Label {
	readonly id: string;
	readonly number: string;
	readonly name: string;
}

export interface LabelSheetProps {
	labels: readonly Label[];
	format: LabelFormatName;
	/** Places of the first sheet that are empty already. */
	skip: number;
	site: string;
}

/** Sticky labels for items, as many sheets as they need. Black on white, always German. */
export function LabelSheet({ labels, format: name, skip, site }: LabelSheetProps) {
	const format = LABEL_FORMATS[name];
	const places = perSheet(format);
	const sheets = Array.from({ length: Math.ceil((skip + labels.length) / places) }, (_, sheet) => sheet * places);
	return (
		<div lang="de" className={classes.sheets}>
			{sheets.map((first) => (
				<ul key={first} className={classes.sheet}>
					{Array.from({ length: places }, (_, place) => {
						const label = labels[first + place - skip];
						const style = placeOf(format, place);
						const key = `${style.left} ${style.top}`;
						if (label === undefined) return <li key={key} className={classes.place} style={style} aria-hidden />;
						const { number } = label;
						const bars = barcodeFor(number, format);
						return (
							<li
								key={key}
								className={classes.label}
								style={style}
								data-format={name}
								data-long={number.length > 10 || undefined}
							>
								<span className={classes.words}>
									<span className={classes.number}>{number}</span>
									<span className={classes.name}>{label.name}</span>
									<span className={classes.site}>{site}</span>
								</span>
								<QRCodeSVG
									value={LABEL_PREFIX + number}
									level="M"
									minVersion={QR_VERSION}
									marginSize={4}
									title={`QR-Code von ${number}`}
									className={classes.code}
									style={{ width: `${format.code}mm`, height: `${format.code}mm` }}
								/>
								{bars && <Bars barcode={bars} format={format} number={number} />}
							</li>
						);
					})}
				</ul>
			))}
		</div>
	);
}

function Bars({ barcode, format, number }: { barcode: Barcode; format: LabelFormat; number: string }) {
	return (
		<svg
			className={classes.bars}
			viewBox={`0 0 ${barcode.width} 1`}
			preserveAspectRatio="none"
			role="img"
			aria-label={`Strichcode von ${number}`}
			style={{ width: `${barcode.width * MODULE}mm`, height: `${format.bars}mm`, left: `${barsLeft(barcode, format)}mm` }}
		>
			<path d={barcode.bars.map(({ at, width }) => `M${at} 0h${width}v1h-${width}z`).join('')} />
		</svg>
	);
}

function placeOf(format: LabelFormat, place: number) {
	const column = place % format.columns;
	const row = Math.floor(place / format.columns);
	return {
		left: `${format.left + column * format.across}mm`,
		top: `${format.top + row * format.down}mm`,
		width: `${format.width}mm`,
		height: `${format.height}mm`,
	};
}
