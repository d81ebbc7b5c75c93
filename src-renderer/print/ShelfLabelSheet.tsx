import { QRCodeSVG } from 'qrcode.react';
import { SHELF_PREFIX } from '#shared/features/stocktake/shelf-label.ts';
import classes from './ShelfLabelSheet.module.css';

/** Labels for shelves, to cut out: big enough to be scanned from a step away. Black on white, always German. */
export function ShelfLabelSheet({ places, site }: { places: readonly string[]; site: string }) {
	return (
		<ul lang="de" className={classes.sheet}>
			{places.map((place) => (
				<li key={place} className={classes.label}>
					<QRCodeSVG
						value={SHELF_PREFIX + place}
						level="M"
						marginSize={4}
						title={`QR-Code von ${place}`}
						className={classes.code}
					/>
					<span className={classes.words}>
						<span className={classes.place}>{place}</span>
						<span className={classes.site}>{site}</span>
					</span>
				</li>
			))}
		</ul>
	);
}
