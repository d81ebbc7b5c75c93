import { IconChevronRight, IconLanguage } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { texts as businessTexts } from '#renderer/features/businesses/texts.ts';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { NotToBeCalled, PhoneNumber } from '#renderer/features/people/PhoneNumber.tsx';
import { codeWord } from '#renderer/features/people/words.ts';
import { today } from '#renderer/i18n/days.ts';
import { type Language, useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Business } from '#shared/features/businesses/model.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type { Person } from '#shared/features/people/model.ts';
import { ageOn } from '#shared/kernel/local-date.ts';
import classes from '../Story.module.css';
import { useClient } from '../useClient.ts';
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
export function useWho(caseFile: CaseFile): Who | undefined {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const businessWords = useTexts(businessTexts);
	const screen = useLanguage();
	const { data: client } = useClient(caseFile);
	if (!client) return undefined;
	return client.person ? personAsWho(client.person, t, words, screen) : businessAsWho(client.business, t, businessWords);
}

type Words = (typeof texts)['de'];

function businessAsWho(
	{ id, legalForm, branch, sites, contacts, phone, email }: Business,
	t: Words,
	words: (typeof businessTexts)['de'],
): Who {
	const [site] = sites;
	const [contact] = contacts;
	const place = site && [site.street, [site.postcode, site.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
	const about = [
		[legalForm && words.legalForm[legalForm], branch].filter(Boolean).join(' · '),
		place && <span className={classes.quiet}>{place}</span>,
	].filter(Boolean);
	const who = contact && [contact.name, contact.role].filter(Boolean).join(', ');
	const way = contact?.phone ?? phone ?? contact?.email ?? email;
	return {
		about: {
			label: (
				<Link to="/unternehmen/$id" params={{ id }} className={classes.way ?? ''} aria-label={t.toBusiness}>
					{t.business}
					<IconChevronRight size={14} aria-hidden />
				</Link>
			),
			lines: about.length > 0 ? about : [t.unknown],
		},
		reach: { label: t.contactPerson, lines: [who, way ?? <span className={classes.quiet}>{t.noPhone}</span>].filter(Boolean) },
	};
}

function personAsWho(person: Person, t: Words, words: (typeof fieldTexts)['de'], screen: Language): Who {
	const { id, birthDate, languages, interpreterNeeded, phones, doNotCall, preferredContact, email } = person;
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
				<Link to="/personen/$id" params={{ id }} className={classes.way ?? ''} aria-label={t.toPerson}>
					{t.person}
					<IconChevronRight size={14} aria-hidden />
				</Link>
			),
			lines: about.length > 0 ? about : [t.unknown],
		},
		reach: { label: t.reach, lines: reach },
	};
}
