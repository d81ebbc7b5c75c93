import type { Action, Goal } from '#shared/features/goals/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import classes from './CasePaper.module.css';
import { PaperHead } from './PaperHead.tsx';
import { Signatures } from './Signatures.tsx';

export interface GoalAgreementSheetProps {
	profile: SiteProfile;
	/** `Fatma Yılmaz` */
	clientName: string;
	/** Who signs for the client. */
	signer: string;
	/** Who leads the case. */
	counsellor: string;
	goals: readonly Goal[];
	day: LocalDate;
}

/** What was agreed with the client, to hand over and to sign. Always German, in short sentences, black on white. */
export function GoalAgreementSheet({ profile, clientName, signer, counsellor, goals, day }: GoalAgreementSheetProps) {
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead profile={profile} title="Zielvereinbarung" facts={`für ${clientName} · ${formatLocalDate(day)}`} />
			<p className={classes.intro}>Das haben wir zusammen besprochen. Wir können die Ziele jederzeit gemeinsam ändern.</p>
			{goals.map((goal, index) => {
				const steps = goal.actions.filter(({ state }) => state !== 'dropped');
				return (
					<section key={goal.id} className={classes.goal}>
						<h2>
							{index + 1}. {goal.text}
						</h2>
						{goal.indicator && <p>Daran merken wir, dass es geklappt hat: {goal.indicator}</p>}
						{goal.targetOn && <p>Das soll erreicht sein bis: {formatLocalDate(goal.targetOn)}</p>}
						{steps.length > 0 && (
							<table className={classes.table}>
								<thead>
									<tr>
										<td className={classes.tick} />
										<th scope="col">Was ist zu tun?</th>
										<th scope="col" className={classes.who}>
											Wer macht es?
										</th>
										<th scope="col" className={classes.when}>
											Bis wann?
										</th>
									</tr>
								</thead>
								<tbody>
									{steps.map((step) => (
										<tr key={step.id}>
											<td>
												<span className={classes.box} role="img" aria-label={step.state === 'done' ? 'erledigt' : 'noch offen'}>
													{step.state === 'done' ? '✓' : ''}
												</span>
											</td>
											<td>{step.text}</td>
											<td>{whoOn(step, clientName)}</td>
											<td>{step.due && formatLocalDate(step.due)}</td>
										</tr>
									))}
								</tbody>
							</table>
						)}
					</section>
				);
			})}
			<Signatures lines={['Ort, Datum', signer, `${counsellor}, ${profile.name}`]} />
		</article>
	);
}

const whoOn = ({ doer, memberName, thirdParty }: Action, clientName: string): string =>
	(doer === 'client' ? clientName : doer === 'member' ? memberName : thirdParty) ?? '';
