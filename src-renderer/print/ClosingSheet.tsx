import { texts as closingTexts } from '#renderer/features/cases/closing-texts.ts';
import { changeWords } from '#renderer/features/goals/area-words.ts';
import { texts as goalTexts } from '#renderer/features/goals/texts.ts';
import { formatDay, formatMinutes } from '#renderer/i18n/format.ts';
import type { Closing } from '#shared/features/cases/closing.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { countBalances, scaleOf } from '#shared/features/goals/progress.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './CasePaper.module.css';
import { PaperHead } from './PaperHead.tsx';
import { Signatures } from './Signatures.tsx';

const words = closingTexts.de;
const goalWords = goalTexts.de;

export interface ClosingSheetProps {
	profile: SiteProfile;
	/** `Person`, `Fatma Yılmaz, geb. 03.04.1988` */
	client: readonly [what: string, who: string];
	caseFile: Pick<CaseFile, 'number' | 'openedOn' | 'concern'>;
	/** As the funder calls it. */
	programme: string | null;
	ownerName: string;
	closing: Closing;
}

/** What a case file had come to when it was closed. Always German, black on white. */
export function ClosingSheet({ profile, client, caseFile, programme, ownerName, closing }: ClosingSheetProps) {
	const { state } = closing;
	const facts: [name: string, value: string, more?: string | null][] = [
		[...client],
		['Zeitraum', `${formatLocalDate(caseFile.openedOn)} bis ${formatLocalDate(closing.closedOn)}`],
		['Kontakte', contactWords(state)],
		['Zuständig', ownerName],
	];
	if (caseFile.concern) facts.push(['Anliegen', caseFile.concern]);
	if (programme) facts.push(['Programm', programme]);
	facts.push(['Grund', words.reasons[closing.reason], closing.reasonWords]);
	facts.push(['Wie es weitergeht', words.outcomes[closing.outcome], closing.outcomeWords]);
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead
				profile={profile}
				title="Abschluss der Fallakte"
				facts={`Nummer ${caseFile.number} · geschlossen am ${formatLocalDate(closing.closedOn)}`}
			/>
			<dl className={classes.facts}>
				{facts.map(([name, value, more]) => (
					<Fact key={name} name={name} value={value} more={more} />
				))}
			</dl>
			{state.goals.length > 0 && (
				<section className={classes.part}>
					<h2>Ziele: {balanceWords(closing)}</h2>
					<table className={classes.table}>
						<thead>
							<tr>
								<th scope="col">Ziel</th>
								<th scope="col" className={classes.when}>
									Schritte
								</th>
								<th scope="col" className={classes.result}>
									Bilanz
								</th>
							</tr>
						</thead>
						<tbody>
							{state.goals.map((goal) => (
								<tr key={goal.id}>
									<td>
										{goal.text}
										{goal.balanceWords && <small>{goal.balanceWords}</small>}
									</td>
									<td>{goal.actions === 0 ? '–' : `${goal.actionsDone} von ${goal.actions}`}</td>
									<td>{goal.balance === null ? 'nicht gezogen' : goalWords.state[goal.balance]}</td>
								</tr>
							))}
						</tbody>
					</table>
				</section>
			)}
			{state.situation.length > 0 && (
				<section className={classes.part}>
					<h2>Lage am Anfang und am Ende</h2>
					<p>{goalWords.scale}</p>
					<table className={classes.table}>
						<tbody>
							{state.situation.map((one) => {
								const [from, to] = [scaleOf(one.entry), scaleOf(one.exit)];
								const steps = from === null || to === null ? null : to - from;
								return (
									<tr key={one.area}>
										<th scope="row">{goalWords.themes[one.area]}</th>
										<td>{changeWords(goalWords, { ...one, steps })}</td>
									</tr>
								);
							})}
						</tbody>
					</table>
				</section>
			)}
			{closing.missingBecause && (
				<section className={classes.part}>
					<h2>Warum Angaben fehlen</h2>
					<p>{closing.missingBecause}</p>
				</section>
			)}
			{closing.summary && (
				<section className={classes.part}>
					<h2>Zusammenfassung</h2>
					<p className={classes.text}>{closing.summary}</p>
				</section>
			)}
			{closing.reopened && (
				<section className={classes.part}>
					<h2>Wieder geöffnet</h2>
					<p>
						am {formatLocalDate(closing.reopened.on)} von {closing.reopened.memberName}: {closing.reopened.reason}
					</p>
				</section>
			)}
			<div className={classes.end}>
				<p>
					Eingetragen von {closing.memberName} am {formatDay(closing.at)}.
				</p>
				<Signatures lines={['Datum', closing.memberName]} />
			</div>
		</article>
	);
}

function Fact({ name, value, more }: { name: string; value: string; more: string | null | undefined }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>
				{value}
				{more && <small>{more}</small>}
			</dd>
		</>
	);
}

function contactWords({ contacts, minutes }: Closing['state']): string {
	if (contacts === 0) return 'keine';
	return minutes > 0 ? `${contacts}, zusammen ${formatMinutes(minutes)}` : String(contacts);
}

/** `2 erreicht, 1 teilweise erreicht` */
function balanceWords({ state }: Closing): string {
	const count = countBalances(state.goals);
	const parts = (['reached', 'partly', 'not_reached', 'dropped'] as const).flatMap((balance) =>
		count[balance] > 0 ? [`${count[balance]} ${goalWords.state[balance]}`] : [],
	);
	return [...parts, ...(count.missing > 0 ? [`${count.missing} ohne Bilanz`] : [])].join(', ');
}
