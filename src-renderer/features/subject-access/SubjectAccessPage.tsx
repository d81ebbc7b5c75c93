import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintedOnly } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { nameOf, type Person } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { SubjectSections } from './SubjectSections.tsx';
import { texts } from './texts.ts';
import { useSubjectDraft } from './useSubjectDraft.ts';

/** All that is stored about a person, to go through and to blacken, before it is given to that person. */
export function SubjectAccessPage() {
	const { id } = useParams({ strict: false });
	const personId = id as PersonId;
	const t = useTexts(texts);
	const person = useQuery(api.people.get.queryOptions({ input: { id: personId } }));
	const extract = useQuery({ ...api.subjectAccess.get.queryOptions({ input: { personId } }), staleTime: 0, gcTime: 0 });
	const { draft, change } = useSubjectDraft(personId);
	const failed = [person, extract].find(({ error }) => error !== null);
	const isReady = person.data !== undefined && extract.data !== undefined && draft !== undefined;
	return (
		<Page width="wide">
			<PageHeader
				above={
					<Anchor renderRoot={(props) => <Link to="/personen/$id" params={{ id: personId }} {...props} />}>
						{t.backToPerson}
					</Anchor>
				}
				title={t.title}
				subtitle={person.data && personWords(person.data)}
				actions={
					<Button
						renderRoot={(props) => <Link to="/personen/$id/auskunft/ausgabe" params={{ id: personId }} {...props} />}
						rightSection={<IconArrowRight size={18} aria-hidden />}
					>
						{t.next}
					</Button>
				}
			/>
			{/* What is not blackened yet goes to no printer. */}
			<PrintedOnly>{() => <p lang="de">{texts.de.noPrint}</p>}</PrintedOnly>
			<ErrorNotice error={failed?.error ?? null} onRetry={() => void failed?.refetch()} />
			{!isReady && !failed && <Skeleton height={420} />}
			{isReady && <SubjectSections extract={extract.data} draft={draft} onChange={change} />}
		</Page>
	);
}

/** `Fatma Yılmaz · P-00042 · geb. 03.04.1988` */
export const personWords = (person: Person): string =>
	[nameOf(person), person.number, person.birthDate && `geb. ${formatLocalDate(person.birthDate)}`].filter(Boolean).join(' · ');
