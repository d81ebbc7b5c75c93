import classes from './Picture.module.css';

/** A cup with a face and steam above it: welcome, and thank you. */
export function CupPicture() {
	return (
		<svg className={classes.picture} viewBox="0 0 240 240" aria-hidden="true">
			<g className={classes.steam}>
				<path d="M92 74c-14-16 14-24 0-44M122 70c-14-18 14-26 0-48M152 74c-14-16 14-24 0-44" />
			</g>
			<path className={classes.handle} d="M180 112c44-6 48 64-8 62" />
			<path className={classes.cup} d="M50 96h138l-8 82a34 34 0 0 1-34 30H92a34 34 0 0 1-34-30z" />
			<g className={classes.face}>
				<circle cx="98" cy="138" r="6" />
				<circle cx="140" cy="138" r="6" />
				<path d="M98 158c10 18 32 18 42 0" />
			</g>
			<circle className={classes.cheek} cx="80" cy="154" r="9" />
			<circle className={classes.cheek} cx="158" cy="154" r="9" />
		</svg>
	);
}

/** A hand that waves: goodbye. */
export function WavePicture() {
	return (
		<svg className={classes.picture} viewBox="0 0 240 240" aria-hidden="true">
			<g className={classes.waving}>
				<path
					className={classes.hand}
					d="M84 206c-22-18-36-46-42-70-4-16 16-22 22-8l14 28-14-82c-3-18 20-22 24-5l13 58 2-72c0-18 25-18 25 0l0 74 15-62c4-17 27-12 24 6l-13 76 20-26c10-13 27-1 20 13-12 24-22 48-42 66-18 16-48 20-68 4z"
				/>
			</g>
			<g className={classes.steam}>
				<path d="M28 84c-4-22 6-38 20-46M212 150c6-16 4-34-4-48" />
			</g>
		</svg>
	);
}

/** A card before a reader: hold it here. */
export function CardPicture() {
	return (
		<svg className={classes.picture} viewBox="0 0 240 160" aria-hidden="true">
			<path className={classes.reader} d="M168 26h30a16 16 0 0 1 16 16v76a16 16 0 0 1-16 16h-30z" />
			<path className={classes.beam} d="M166 52l-34 10M166 80h-36M166 108l-34-10" />
			<g className={classes.moving}>
				<rect className={classes.card} x="18" y="42" width="102" height="72" rx="12" />
				<g className={classes.bars}>
					<path d="M38 62v32M48 62v32M55 62v32M66 62v32M72 62v32M84 62v32M92 62v32M100 62v32" />
				</g>
			</g>
		</svg>
	);
}
