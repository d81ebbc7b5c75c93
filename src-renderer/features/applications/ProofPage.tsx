import { Anchor, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { OfPeopleAlone } from '#renderer/features/cases/OfPeopleAlone.tsx';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ApplicationSheet } from '#renderer/print/ApplicationSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { type Application, stageOf } from '#shared/features/applications/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { addDays, formatLocalDate, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Applications.module.css';
import { texts } from './texts.ts';

/** What job centres usually ask for: the last half year. */
const USUAL_DAYS = 182;

/** The record of applications for the job centre, as it will be on paper. */
export function ProofPage() {
	return (
		<OfPeopleAlone>
			<Proof />
		</OfPeopleAlone>
	);
}

function Proof() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const { caseFile } = useOpenCase();
	const person = useQuery({
		...api.people.get.queryOptions({ input: { id: caseFile.personId as PersonId } }),
		enabled: caseFile.personId !== null,
	});
	const applications = useQuery(api.applications.ofCase.queryOptions({ input: { caseId: caseFile.id } }));
	const [until, setUntil] = useState<LocalDate>(() => localDateOf(Date.now()));
	const [from, setFrom] = useState<LocalDate>(() => addDays(localDateOf(Date.now()), -USUAL_DAYS));
	const sent = (applications.data ?? [])
		.filter((one): one is Application & { sentOn: LocalDate } => one.sentOn !== null && one.sentOn >= from && one.sentOn <= until)
		.sort((a, b) => a.sentOn.localeCompare(b.sentOn));
	const name = [person.data?.firstName, person.data?.lastName].filter(Boolean).join(' ');
	const born = person.data?.birthDate ? `, geboren am ${formatLocalDate(person.data.birthDate)}` : '';
	return (
		<>
			<div>
				<Anchor renderRoot={(props) => <Link to="/fallakten/$id/bewerbungen" params={{ id: caseFile.id }} {...props} />}>
					{t.back}
				</Anchor>
			</div>
			<Section
				title={t.proofTitle}
				description={t.proofIntro}
				actions={
					sent.length > 0 && (
						<Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
							{t.print}
						</Button>
					)
				}
			>
				<div className={classes.bar}>
					<DateField label={t.from} required withAsterisk={false} value={from} onChange={(day) => day && setFrom(day)} />
					<DateField label={t.to} required withAsterisk={false} value={until} onChange={(day) => day && setUntil(day)} />
				</div>
				<ErrorNotice error={applications.error ?? person.error} onRetry={() => void applications.refetch()} />
				{applications.data && sent.length === 0 && <p className={classes.quiet}>{t.proofNone}</p>}
			</Section>
			{sent.length > 0 && person.data && (
				<PrintSheet label={t.proofPreview}>
					<ApplicationSheet
						profile={profile}
						person={`${name}${born}`}
						time={`${formatLocalDate(from)} bis ${formatLocalDate(until)}`}
						lines={sent.map(lineOf)}
					/>
				</PrintSheet>
			)}
		</>
	);
}

/** Paper is German, whatever the screen speaks. */
function lineOf(application: Application & { sentOn: LocalDate }) {
	const { id, sentOn, employer, position, channel, reason } = application;
	const stage = stageOf(application);
	const unanswered = application.reply === 'received' ? texts.de.reply.received : texts.de.proofNoReply;
	const result = stage === 'sent' ? unanswered : texts.de.stage[stage];
	return {
		...{ id, employer, position: position ?? '', day: formatLocalDate(sentOn) },
		channel: channel === null ? '' : texts.de.channel[channel],
		result: [result, reason].filter(Boolean).join(': '),
	};
}
