import { answerWord, kindOf } from '#renderer/features/funder-data/questions.ts';
import { texts } from '#renderer/features/funder-data/texts.ts';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { isAsked } from '#shared/features/funder-data/answers.ts';
import { type Answers, EMPTY_ANSWERS, type Part } from '#shared/features/funder-data/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import classes from './FunderSheet.module.css';
import { boxesOf, PAPER_QUESTIONS, PAPER_TITLES } from './funder-questions.ts';
import { PaperHead } from './PaperHead.tsx';

export interface FunderSheetProps {
	profile: SiteProfile;
	part: Part;
	who: { readonly name: string; readonly caseNumber: string };
	programmeName: string;
	/** Null: to be filled in by hand, with every question. */
	answers: Answers | null;
}

/** The funder's questions on paper, to be ticked and signed, or as they were answered. Always German, black on white. */
export function FunderSheet({ profile, part, who, programmeName, answers }: FunderSheetProps) {
	const t = texts.de;
	const tPerson = fieldTexts.de;
	const questions = PAPER_QUESTIONS[part].filter(({ field }) => answers === null || isAsked(field, answers));
	const given = answers ?? EMPTY_ANSWERS;
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead profile={profile} title={PAPER_TITLES[part]} facts={`Programm: ${programmeName}`} />
			<dl className={classes.who}>
				<dt>Name</dt>
				<dd>{who.name}</dd>
				<dt>Fallakte</dt>
				<dd>{who.caseNumber}</dd>
			</dl>
			<p className={classes.why}>
				Wer unsere Beratung bezahlt, möchte wissen, wen sie erreicht. Sie dürfen jede Antwort ablehnen: Kreuzen Sie dann „keine
				Angabe“ an. Das hat für Ihre Beratung keine Nachteile.
			</p>
			<ol className={classes.questions}>
				{questions.map(({ field, text, only }) => {
					const boxes = boxesOf(field, t, tPerson);
					const value = given[field];
					const isWritten = boxes === null || kindOf(field) === 'refusable_day' || kindOf(field) === 'country';
					const written = value === null || value === 'keine_angabe' ? '' : answerWord(field, value, t, tPerson, 'de');
					return (
						<li key={field} className={classes.question} data-consent={field.startsWith('consent') || undefined}>
							<span className={classes.text}>
								{text}
								{only && <span className={classes.only}> (nur {only})</span>}
							</span>
							<span className={classes.answers}>
								{isWritten && <span className={classes.line}>{written}</span>}
								{boxes?.map(([code, word]) => (
									<span key={code} className={classes.box}>
										<i data-ticked={value === code || undefined}>{value === code ? '✕' : ''}</i>
										{word}
									</span>
								))}
							</span>
						</li>
					);
				})}
			</ol>
			<div className={classes.end}>
				<p className={classes.true}>Die Angaben sind richtig. Ich weiß, dass ich jede Antwort ablehnen darf.</p>
				<div className={classes.signatures}>
					<span>Ort, Datum</span>
					<span>Unterschrift Teilnehmer/in</span>
					<span>Unterschrift Beratung</span>
				</div>
			</div>
		</article>
	);
}
