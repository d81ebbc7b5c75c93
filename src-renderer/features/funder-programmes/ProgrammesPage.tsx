import { Alert, Anchor, Button, Skeleton } from '@mantine/core';
import { IconCoin, IconPlus, IconUserExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { DatedTerms, FunderProgramme } from '#shared/features/funder-programmes/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { ProgrammeDialog } from './ProgrammeDialog.tsx';
import classes from './Programmes.module.css';
import { TermsDialog } from './TermsDialog.tsx';
import { texts } from './texts.ts';

type Editing =
	| { readonly what: 'programme'; readonly programme: FunderProgramme | null }
	| { readonly what: 'terms'; readonly programme: FunderProgramme; readonly terms: DatedTerms | null };

/** The programmes of the office and what each asks for, for those who keep the rules. */
export function ProgrammesPage() {
	const t = useTexts(texts);
	const { member, acting } = useSession();
	const programmes = useQuery(api.funderProgrammes.list.queryOptions());
	const [editing, setEditing] = useState<Editing | null>(null);
	const mayPlan = acting.id === member.id;
	const current = programmes.data?.filter(({ isRemoved }) => !isRemoved);
	const close = () => setEditing(null);
	const add = (
		<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing({ what: 'programme', programme: null })}>
			{t.add}
		</Button>
	);
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/einstellungen" {...props} />}>{t.back}</Anchor>}
				title={t.title}
				subtitle={t.intro}
				actions={mayPlan && current && current.length > 0 && add}
			/>
			{!mayPlan && (
				<Alert color="clay" icon={<IconUserExclamation aria-hidden />} role="status">
					{t.turn(acting.name, member.name)}
				</Alert>
			)}
			<ErrorNotice error={programmes.error} onRetry={() => void programmes.refetch()} />
			{programmes.isPending && <Skeleton height={240} />}
			{current?.length === 0 && (
				<EmptyState icon={<IconCoin size={26} />} title={t.emptyTitle} action={mayPlan && add}>
					{t.emptyWords}
				</EmptyState>
			)}
			{current?.map((programme) => (
				<Programme key={programme.id} programme={programme} mayPlan={mayPlan} onEdit={setEditing} />
			))}
			{editing?.what === 'programme' && <ProgrammeDialog programme={editing.programme} onClose={close} />}
			{editing?.what === 'terms' && <TermsDialog programme={editing.programme} terms={editing.terms} onClose={close} />}
		</Page>
	);
}

interface ProgrammeProps {
	programme: FunderProgramme;
	mayPlan: boolean;
	onEdit(what: Editing): void;
}

function Programme({ programme, mayPlan, onEdit }: ProgrammeProps) {
	const t = useTexts(texts);
	const { name, regime, startsOn, endsOn, grantNoticeOn, keepUntil, terms } = programme;
	const facts = [
		t.regime[regime],
		t.span(formatLocalDate(startsOn), endsOn && formatLocalDate(endsOn)),
		grantNoticeOn && t.grant(formatLocalDate(grantNoticeOn)),
		keepUntil === null ? t.keepUnknown : t.keep(formatLocalDate(keepUntil)),
	];
	return (
		<Section
			title={name}
			description={facts.filter(Boolean).join(' · ')}
			actions={
				mayPlan && (
					<>
						<Button
							size="sm"
							variant="default"
							aria-label={t.editOf(name)}
							onClick={() => onEdit({ what: 'programme', programme })}
						>
							{t.edit}
						</Button>
						<Button
							size="sm"
							variant="default"
							aria-label={t.removeOf(name)}
							onClick={() => void remove(programme, t.removed(name))}
						>
							{t.remove}
						</Button>
					</>
				)
			}
		>
			<h3 className={classes.terms}>{t.terms}</h3>
			<ul className={classes.rows}>
				{terms.map((one) => {
					const day = formatLocalDate(one.validFrom);
					return (
						<li key={one.validFrom} className={classes.row}>
							<span className={classes.from}>{t.validFrom(day)}</span>
							<TermsWords terms={one} />
							{mayPlan && (
								<span className={classes.buttons}>
									<Button
										size="compact-sm"
										variant="default"
										aria-label={t.editTermsOf(name, day)}
										onClick={() => onEdit({ what: 'terms', programme, terms: one })}
									>
										{t.edit}
									</Button>
									{terms.length > 1 && (
										<Button
											size="compact-sm"
											variant="default"
											aria-label={t.removeTermsOf(name, day)}
											onClick={() => void removeTerms(programme, one, t.termsRemoved(day))}
										>
											{t.remove}
										</Button>
									)}
								</span>
							)}
						</li>
					);
				})}
			</ul>
			{mayPlan && (
				<div>
					<Button
						size="sm"
						variant="light"
						aria-label={t.addTermsOf(name)}
						onClick={() => onEdit({ what: 'terms', programme, terms: null })}
					>
						{t.addTerms}
					</Button>
				</div>
			)}
		</Section>
	);
}

function TermsWords({ terms }: { terms: DatedTerms }) {
	const t = useTexts(texts);
	const { longTermMonths, longTermMonthsYoung, youngUnder } = terms;
	const isYoungApart = youngUnder > 0 && longTermMonthsYoung !== longTermMonths;
	const longTerm = t.longTerm(longTermMonths, terms.longTermFromLimitOn);
	return (
		<ul className={classes.words}>
			<li>{t.questionnaire(formatNumber(terms.questionnaireMinutes / 60))}</li>
			<li>{t.exit(terms.exitWithinDays)}</li>
			<li>{t.followUp(terms.followUpMonths, terms.followUpWithinDays)}</li>
			<li>{isYoungApart ? `${longTerm} (${t.young(youngUnder, longTermMonthsYoung)})` : longTerm}</li>
		</ul>
	);
}

const fetchAgain = () => queryClient.invalidateQueries({ queryKey: api.funderProgrammes.key() });

async function takenAway(work: () => Promise<void>, said: string, back: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		showError(error);
		return;
	}
	showUndo(said, async () => {
		await back();
		await fetchAgain();
	});
	await fetchAgain();
	// The row with the button that had the focus is gone.
	document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
}

const remove = ({ id }: FunderProgramme, said: string) =>
	takenAway(
		() => client.funderProgrammes.remove({ id }),
		said,
		() => client.funderProgrammes.restore({ id }),
	);

const removeTerms = ({ id }: FunderProgramme, { validFrom, ...terms }: DatedTerms, said: string) =>
	takenAway(
		() => client.funderProgrammes.removeTerms({ id, validFrom }),
		said,
		() => client.funderProgrammes.setTerms({ id, validFrom, terms }),
	);
