import { IconChevronRight, IconLanguage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { NotToBeCalled, PhoneNumber } from '#renderer/features/people/PhoneNumber.tsx';
import { codeWord } from '#renderer/features/people/words.ts';
import { today } from '#renderer/i18n/days.ts';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { ageOn } from '#shared/kernel/local-date.ts';
import classes from '../Story.module.css';
import { texts } from './texts.ts';

/** Whom a case file is about, as the story panel shows it. */
export interface Who {
	/** Who they are, and how one talks with them. */
	readonly about: StoryFact;
	/** How they are reached. */
	readonly reach: StoryFact;
}

export interface StoryFact {
	readonly label: ReactNode;
	readonly lines: readonly ReactNode[];
}

/** Undefined while it is read. */
export function usePersonAsWho(personId: PersonId): Who | undefined {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const screen = useLanguage();
	const { data: person } = useQuery(api.people.get.queryOptions({ input: { id: personId } }));
	if (!person) return undefined;
	const { birthDate, languages, interpreterNeeded, phones, doNotCall, preferredContact, email } = person;
	const about = [
		[birthDate && t.age(ageOn(birthDate, today())), codeWord('languages', languages, words, screen)].filter(Boolean).join(' · '),
		interpreterNeeded === 'yes' && (
			<strong className={classes.warning}>
				<IconLanguage size={16} aria-hidden />
				{t.interpreter}
			</strong>
		),
	].filter(Boolean);
	const [phone, ...otherPhones] = phones;
	const way =
		preferredContact === null ? null : t.preferably(codeWord('preferredContact', preferredContact, words, screen) ?? '');
	const reach = [
		phone && (
			<>
				<PhoneNumber number={phone.number} doNotCall={doNotCall} />
				{otherPhones.length > 0 && <span className={classes.quiet}> {t.more(otherPhones.length)}</span>}
			</>
		),
		!phone && doNotCall && <NotToBeCalled />,
		!phone && !doNotCall && (email ?? <span className={classes.quiet}>{t.noPhone}</span>),
		way && <span className={classes.quiet}>{way}</span>,
	].filter(Boolean);
	return {
		about: {
			label: (
				<Link to="/personen/$id" params={{ id: personId }} className={classes.way ?? ''} aria-label={t.toPerson}>
					{t.person}
					<IconChevronRight size={14} aria-hidden />
				</Link>
			),
			lines: about.length > 0 ? about : [t.unknown],
		},
		reach: { label: t.reach, lines: reach },
	};
}
