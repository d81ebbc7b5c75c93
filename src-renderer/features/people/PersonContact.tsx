import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Person } from '#shared/features/people/model.ts';
import { fieldTexts } from './fieldTexts.ts';
import classes from './PersonPage.module.css';
import { NotToBeCalled, PhoneNumber } from './PhoneNumber.tsx';
import { texts } from './texts.ts';
import { addressLines, codeWord } from './words.ts';

/** How to reach somebody, and in which language: what one needs while the person is on the phone or at the door. */
export function PersonContact({ person }: { person: Person }) {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const screen = useLanguage();
	const lines = addressLines(person);
	return (
		<Section title={t.contact}>
			<Block title={words.field.phones}>
				{person.phones.length > 0 ? (
					<ul className={classes.phones}>
						{person.phones.map((phone) => (
							<li key={phone.number}>
								<PhoneNumber number={phone.number} doNotCall={person.doNotCall} />
								{phone.label && <div className={classes.phoneLabel}>{phone.label}</div>}
							</li>
						))}
					</ul>
				) : person.doNotCall ? (
					<NotToBeCalled />
				) : (
					<span className={classes.quiet}>{t.noPhone}</span>
				)}
			</Block>
			{person.preferredContact && (
				<Block title={words.field.preferredContact}>{codeWord('preferredContact', person.preferredContact, words, screen)}</Block>
			)}
			{person.email && (
				<Block title={words.field.email}>
					<Anchor href={`mailto:${person.email}`}>{person.email}</Anchor>
				</Block>
			)}
			<Block title={t.address}>
				{lines.length > 0 ? (
					<address className={classes.address}>
						{[[person.title, person.firstName, person.lastName].filter(Boolean).join(' '), ...lines].map((line) => (
							<div key={line}>{line}</div>
						))}
					</address>
				) : (
					<span className={classes.quiet}>{t.noAddress}</span>
				)}
			</Block>
			{person.languages.length > 0 && (
				<Block title={words.field.languages}>{codeWord('languages', person.languages, words, screen)}</Block>
			)}
			{person.interpreterNeeded && (
				<Block title={words.field.interpreterNeeded}>
					{codeWord('interpreterNeeded', person.interpreterNeeded, words, screen)}
				</Block>
			)}
		</Section>
	);
}

function Block({ title, children }: { title: string; children: ReactNode }) {
	return (
		<div className={classes.block}>
			<h3>{title}</h3>
			<div>{children}</div>
		</div>
	);
}
