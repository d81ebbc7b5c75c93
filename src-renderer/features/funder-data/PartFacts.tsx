import { Button, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Fragment } from 'react';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { isAsked, standing } from '#shared/features/funder-data/answers.ts';
import { ageAtEntry, iscedLevel, isLongTermUnemployed } from '#shared/features/funder-data/derived.ts';
import type { AnswerField, Part, Participation } from '#shared/features/funder-data/model.ts';
import { type FunderProgramme, termsOn } from '#shared/features/funder-programmes/model.ts';
import classes from './Funder.module.css';
import { answerWord, GROUPS } from './questions.ts';
import { texts } from './texts.ts';

interface Props {
	part: Part;
	participation: Participation;
	programme: FunderProgramme;
	/** Null: nothing may change. */
	onCorrect: (() => void) | null;
	onReenter: (() => void) | null;
}

/** A completed part: what was answered, and what follows from it for the report. */
export function PartFacts({ part, participation, programme, onCorrect, onReenter }: Props) {
	const t = useTexts(texts);
	const { open, refused } = standing(part, participation);
	return (
		<div className={classes.form}>
			<Group gap="xs" justify="space-between">
				<Group gap="xs">
					<IconLock size={18} aria-hidden />
					<span>{t.frozen}</span>
				</Group>
				<span className={classes.quiet}>{t.standing(open.length, refused.length)}</span>
			</Group>
			{GROUPS[part].map(({ name, consent, fields }) => (
				<div key={name} className={classes.group}>
					{GROUPS[part].length > 1 && <h3 className={classes.groupName}>{t.group[name]}</h3>}
					<dl className={classes.facts}>
						{[...(consent ? [consent] : []), ...fields]
							.filter((field) => isAsked(field, participation))
							.map((field) => (
								<Fact key={field} field={field} participation={participation} />
							))}
						{part === 'entry' && name === 'person' && participation.reenteredOn !== null && (
							<Fact field="reenteredOn" participation={participation} />
						)}
					</dl>
				</div>
			))}
			{part === 'entry' && <Derived participation={participation} programme={programme} />}
			<div className={classes.buttons}>
				{onCorrect && (
					<Button variant="default" onClick={onCorrect}>
						{t.correct}
					</Button>
				)}
				{onReenter && (
					<Button variant="default" onClick={onReenter}>
						{t.reenter}
					</Button>
				)}
			</div>
		</div>
	);
}

function Fact({ field, participation }: { field: AnswerField | 'reenteredOn'; participation: Participation }) {
	const t = useTexts(texts);
	const tPerson = useTexts(fieldTexts);
	const screen = useLanguage();
	const value = participation[field];
	return (
		<Fragment>
			<dt>{t.field[field]}</dt>
			<dd data-empty={value === null || value === 'keine_angabe' || undefined}>
				{answerWord(field as AnswerField, value, t, tPerson, screen)}
			</dd>
		</Fragment>
	);
}

function Derived({ participation, programme }: { participation: Participation; programme: FunderProgramme }) {
	const t = useTexts(texts);
	const age = ageAtEntry(participation);
	const isLong =
		participation.entryOn === null ? null : isLongTermUnemployed(participation, termsOn(programme, participation.entryOn));
	const level = iscedLevel(participation);
	return (
		<div className={classes.group}>
			<h3 className={classes.groupName}>{t.derived}</h3>
			<dl className={classes.facts}>
				<dt>{t.age}</dt>
				<dd>{age === null ? t.unknown : t.years(age)}</dd>
				<dt>{t.longTerm}</dt>
				<dd>{isLong === null ? t.unknown : isLong ? t.yes : t.no}</dd>
				<dt>{t.isced}</dt>
				<dd>{level === null ? t.unknown : t.iscedLevel(level)}</dd>
			</dl>
		</div>
	);
}
