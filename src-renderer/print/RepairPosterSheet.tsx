import { type RepairFigures, type Selection, totalOf } from '#shared/features/open-repair-data/figures.ts';
import { productCategory, UNPOWERED_GERMAN } from '#shared/features/repairs/product-categories.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { siteContact } from './postal-address.ts';
import classes from './RepairPosterSheet.module.css';

export interface RepairPosterSheetProps {
	profile: SiteProfile;
	selection: Selection;
	figures: RepairFigures;
	paper: 'A4' | 'A3';
}

const MOST_BARS = 10;
const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 });

/** The repairs of a year for the wall: big numbers, what was brought, thanks to those who helped. No names of people. */
export function RepairPosterSheet({ profile, selection, figures, paper }: RepairPosterSheetProps) {
	const { counts } = figures;
	const all = totalOf(counts);
	const known = all - counts.Unknown;
	const kilograms = figures.saved.reduce((sum, one) => sum + one.kilograms, 0);
	const co2 = figures.saved.reduce((sum, one) => sum + one.co2, 0);
	const contact = siteContact(profile);
	return (
		<article className={classes.sheet} data-paper={paper} lang="de">
			<header className={classes.head}>
				<p className={classes.place}>{profile.name}</p>
				<h1>Repariert statt weggeworfen</h1>
				<p className={classes.year}>{yearWords(selection, figures.years)}</p>
			</header>
			<ul className={classes.numbers}>
				<Big value={number.format(all)} words={all === 1 ? 'Sache wurde gebracht' : 'Sachen wurden gebracht'} />
				{known > 0 && (
					<Big
						value={percent.format(counts.Fixed / known)}
						words={`gehen wieder: ${number.format(counts.Fixed)} von ${number.format(known)}, deren Ausgang bekannt ist`}
					/>
				)}
				{kilograms > 0 && <Big value={mass(kilograms)} words="sind nicht im Abfall gelandet" />}
				{co2 > 0 && <Big value={mass(co2)} words="CO₂ wurden vermieden" />}
			</ul>
			<Bars figures={figures} />
			<p className={classes.thanks}>Danke an alle, die geschraubt, gelötet, genäht, gesucht und Kaffee gekocht haben!</p>
			<footer className={classes.foot}>
				<p>
					<strong>{profile.organisation}</strong>
					{contact !== '' && <> · {contact}</>}
				</p>
				{figures.saved.length > 0 && (
					<p>
						Gewicht und CO₂ sind Schätzungen: Durchschnittswerte von The Restart Project (2021, CC BY-SA 4.0); eine Reparatur
						schiebt einen Neukauf zur Hälfte auf.
					</p>
				)}
				{figures.providers.length > 0 && <p>Mit offenen Reparaturdaten von {figures.providers.join(', ')} (CC BY-SA 4.0).</p>}
			</footer>
		</article>
	);
}

function Big({ value, words }: { value: string; words: string }) {
	return (
		<li>
			<strong>{value}</strong>
			<span>{words}</span>
		</li>
	);
}

/** What was brought most often, and how much of it works again: a solid part and an empty one, readable without colour. */
function Bars({ figures }: { figures: RepairFigures }) {
	const shown = figures.categories.filter(({ category }) => category !== null).slice(0, MOST_BARS);
	const most = Math.max(1, ...shown.map(({ counts }) => totalOf(counts)));
	return (
		<section className={classes.chart}>
			<h2>Was am häufigsten kam</h2>
			<ul className={classes.bars}>
				{shown.map(({ category, counts }) => (
					<li key={category}>
						<span className={classes.kind}>
							{typeof category === 'string' ? UNPOWERED_GERMAN[category] : productCategory(category ?? 1).german}
						</span>
						<span className={classes.track}>
							{counts.Fixed > 0 && <i className={classes.fixed} style={{ width: `${(counts.Fixed / most) * 100}%` }} />}
							{totalOf(counts) > counts.Fixed && (
								<i className={classes.rest} style={{ width: `${((totalOf(counts) - counts.Fixed) / most) * 100}%` }} />
							)}
						</span>
						<span className={classes.count}>{number.format(totalOf(counts))}</span>
					</li>
				))}
			</ul>
			<p className={classes.legend}>
				<i className={classes.fixed} /> geht wieder <i className={classes.rest} /> nicht oder noch nicht
			</p>
		</section>
	);
}

const mass = (kilograms: number): string =>
	kilograms >= 1000 ? `${decimal.format(kilograms / 1000)} t` : `${number.format(kilograms)} kg`;

function yearWords({ year }: Selection, years: readonly number[]): string {
	if (year !== null) return String(year);
	const [last, first] = [years[0], years.at(-1)];
	return first === last ? String(last) : `${first} bis ${last}`;
}
