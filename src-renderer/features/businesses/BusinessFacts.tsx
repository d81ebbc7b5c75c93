import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Business } from '#shared/features/businesses/model.ts';
import classes from './Businesses.module.css';
import { foundedWords } from './business-values.ts';
import { texts } from './texts.ts';

/** What is known of a business; what nobody entered takes no room. */
export function BusinessFacts({ business }: { business: Business }) {
	const t = useTexts(texts);
	const { legalForm, branch, founded, employees, website, phone, email, remarks } = business;
	const facts: [string, ReactNode][] = [
		[t.field.legalForm, legalForm && t.legalForm[legalForm]],
		[t.field.branch, branch],
		[t.field.founded, founded && foundedWords(founded)],
		[t.field.employees, employees === null ? null : formatNumber(employees)],
		[t.field.phone, phone],
		[t.field.email, email && <Anchor href={`mailto:${email}`}>{email}</Anchor>],
		[t.field.website, website],
		[t.field.remarks, remarks],
	];
	const known = facts.filter(([, value]) => value !== null);
	return (
		<Section title={t.facts}>
			{known.length === 0 ? (
				<span className={classes.quiet}>{t.noFacts}</span>
			) : (
				<dl className={classes.facts}>
					{known.map(([name, value]) => (
						<div key={name} style={{ display: 'contents' }}>
							<dt>{name}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			)}
		</Section>
	);
}
