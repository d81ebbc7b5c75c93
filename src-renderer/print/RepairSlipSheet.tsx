import { QRCodeSVG } from 'qrcode.react';
import { type Repair, SLIP_PREFIX } from '#shared/features/repairs/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './RepairSlipSheet.module.css';

export interface RepairSlipSheetProps {
	repair: Repair;
	category: string | null;
	/** The words on liability. */
	waiver: string;
	profile: SiteProfile;
}

/**
 * One A4 page, cut in three: the upper half (A5) stays with the thing, of the lower half one A6 is signed and kept, and the
 * other goes with the visitor, without anybody's name. Always German, black on white.
 */
export function RepairSlipSheet(props: RepairSlipSheetProps) {
	return (
		<div lang="de">
			<article className={classes.sheet}>
				<WithTheThing {...props} />
				<div className={classes.half}>
					<ToSign {...props} />
					<ForVisitor {...props} />
				</div>
			</article>
			{props.waiver.length > MOST_ON_SLIP && (
				<article className={classes.second}>
					<h2>Hinweise zur Haftung</h2>
					<div className={classes.whole}>{props.waiver}</div>
				</article>
			)}
		</div>
	);
}

/** What is longer does not fit beside the signature, and is printed whole on a second page: nobody signs half a text. */
const MOST_ON_SLIP = 1400;
/** What is longer is set smaller. */
const MOST_IN_LARGE = 1000;

const Code = ({ repair: { id, number } }: Pick<RepairSlipSheetProps, 'repair'>) => (
	<QRCodeSVG value={SLIP_PREFIX + id} level="M" marginSize={3} title={`QR-Code von ${number}`} className={classes.code} />
);

const POWER = { mains: 'Netzstecker', battery: 'Akku, Batterie', none: 'ohne Strom' };
const TICKS = ['repariert', 'noch reparierbar', 'nicht mehr zu reparieren', 'ohne Ergebnis'];

function WithTheThing({ repair, category, profile }: RepairSlipSheetProps) {
	return (
		<section className={classes.thing}>
			<header className={classes.head}>
				<div>
					<p className={classes.site}>{profile.name} · Laufzettel</p>
					<p className={classes.number}>{repair.number}</p>
					<p className={classes.day}>{formatLocalDate(repair.day)}</p>
				</div>
				<div className={classes.what}>
					<p className={classes.item}>{repair.item}</p>
					<p>{[repair.brand, category, POWER[repair.power]].filter(Boolean).join(' · ')}</p>
					<p>{[repair.visitor ?? 'ohne Namen', repair.isSelfHelp && 'Selbsthilfe'].filter(Boolean).join(' · ')}</p>
				</div>
				<Code repair={repair} />
			</header>
			<p className={classes.problem}>
				<strong>Fehler:</strong> {repair.problem}
			</p>
			<div className={classes.lines}>
				<span>Befund</span>
				<span>Teile, Material</span>
				<span>Geholfen haben</span>
			</div>
			{repair.power === 'mains' && (
				<p className={classes.ticks}>
					<strong>Elektroprüfung</strong>
					<span className={classes.tick}>bestanden</span>
					<span className={classes.tick}>nicht bestanden</span>
					<span className={classes.tick}>nicht nötig</span>
					<span className={classes.by}>von</span>
				</p>
			)}
			<p className={classes.ticks}>
				<strong>Ergebnis</strong>
				{TICKS.map((tick) => (
					<span key={tick} className={classes.tick}>
						{tick}
					</span>
				))}
			</p>
		</section>
	);
}

function ToSign({ repair, waiver, profile }: RepairSlipSheetProps) {
	return (
		<section className={classes.quarter}>
			<header className={classes.quarterHead}>
				<h2>Hinweise zur Haftung</h2>
				<span>
					{repair.number} · {formatLocalDate(repair.day)}
				</span>
			</header>
			<div className={classes.waiver} data-long={waiver.length > MOST_IN_LARGE || undefined}>
				{waiver.length > MOST_ON_SLIP ? 'Der ganze Text steht auf dem zweiten Blatt.' : waiver}
			</div>
			<p className={classes.agree}>Ich habe das gelesen und bin einverstanden: {repair.item}</p>
			<div className={classes.signature}>
				<span>Datum, Unterschrift</span>
			</div>
			<p className={classes.kept}>{profile.name} · bleibt hier</p>
		</section>
	);
}

function ForVisitor({ repair, profile }: RepairSlipSheetProps) {
	return (
		<section className={classes.quarter} data-for="visitor">
			<p className={classes.site}>{profile.name}</p>
			<p className={classes.visitorNumber}>{repair.number}</p>
			<p className={classes.item}>{repair.item}</p>
			<p>{formatLocalDate(repair.day)}</p>
			<Code repair={repair} />
			<p className={classes.kept}>Ihr Abschnitt: Wir rufen Ihre Nummer auf. Bitte beim Abholen zeigen.</p>
		</section>
	);
}
