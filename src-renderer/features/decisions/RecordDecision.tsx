import { Anchor } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useId } from 'react';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { RecordDecisions } from '#shared/features/decisions/model.ts';
import classes from './Decisions.module.css';
import { FieldDecision } from './FieldDecision.tsx';
import { pageOf } from './page-of.ts';
import { type RecordWords, recordWords } from './record-words.ts';
import { texts } from './texts.ts';

type Named = Pick<RecordDecisions, 'table' | 'id' | 'name'>;

/** One record with its fields to decide: what it is, what it is called, to what it belongs. */
export function RecordDecision({ record, names }: { record: RecordDecisions; names: Readonly<Record<string, string>> }) {
	const t = useTexts(texts);
	const language = useLanguage();
	const words = recordWords(language);
	const id = useId();
	const page = pageOf(record) ?? record.belongsTo.map(pageOf).find((found) => found !== null) ?? null;
	const caseFile = [record, ...record.belongsTo].find(({ table }) => table === 'case_file');
	const title = called(record, words[record.table]);
	return (
		<section className={classes.record} aria-labelledby={id}>
			<header className={classes.head}>
				<h3 id={id} className={classes.title}>
					{page ? <To page={page}>{title}</To> : title}
				</h3>
				{record.belongsTo.length > 0 && (
					<p className={classes.quiet}>{t.belongsTo(record.belongsTo.map((one) => called(one, words[one.table])).join(', '))}</p>
				)}
			</header>
			{record.fields.map((decision) => (
				<FieldDecision
					key={decision.field}
					{...{ record, decision, names, language }}
					words={words[record.table]}
					caseId={caseFile?.id ?? null}
				/>
			))}
		</section>
	);
}

function called({ name }: Named, words: RecordWords | undefined): string {
	return [words?.record ?? '', name].filter(Boolean).join(' ');
}

function To({ page, children }: { page: LinkProps; children: string }) {
	return (
		<Anchor inherit renderRoot={(props) => <Link {...page} {...props} />}>
			{children}
		</Anchor>
	);
}
