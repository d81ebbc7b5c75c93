import { Button, Menu, Skeleton } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Release } from '#shared/features/consents/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { AgreementHistory } from './AgreementHistory.tsx';
import { AgreementMenu } from './AgreementMenu.tsx';
import classes from './Consents.module.css';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { ReleaseBadge } from './ReleaseBadge.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { inOrder } from './release-order.ts';
import { takeOut } from './take-out.ts';
import { texts } from './texts.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** The releases of a case: what holds, what ends soon, what is over. */
export function ReleaseList({ caseId, frozen }: { caseId: CaseId; frozen: boolean }) {
	const t = useTexts(texts);
	const releases = useQuery(api.consents.releases.queryOptions({ input: { caseId } }));
	const [adding, setAdding] = useState(false);
	return (
		<Section
			title={t.releases}
			actions={
				<>
					<Button
						size="sm"
						variant="default"
						leftSection={<IconPrinter size={16} aria-hidden />}
						renderRoot={(props) => <Link to="/fallakten/$id/weitergabe/entbindung" params={{ id: caseId }} {...props} />}
					>
						{t.emptyForm}
					</Button>
					{!frozen && (
						<Button size="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
							{t.addRelease}
						</Button>
					)}
				</>
			}
		>
			<ErrorNotice error={releases.error} onRetry={() => void releases.refetch()} />
			{releases.isPending && <Skeleton height={120} />}
			{releases.data?.length === 0 && <p className={classes.quiet}>{t.releasesEmpty}</p>}
			{releases.data && releases.data.length > 0 && (
				<ul className={classes.rows}>
					{inOrder(releases.data, today()).map((release) => (
						<li key={release.id} className={classes.row}>
							<ReleaseRow release={release} frozen={frozen} />
						</li>
					))}
				</ul>
			)}
			{adding && <ReleaseDialog caseId={caseId} onClose={() => setAdding(false)} />}
		</Section>
	);
}

function ReleaseRow({ release, frozen }: { release: Release; frozen: boolean }) {
	const t = useTexts(texts);
	const [dialog, setDialog] = useState<'withdraw' | 'evidence' | 'history' | null>(null);
	const { id, caseId, recipientName, topics, purpose, givenOn, validFrom, validUntil, withdrawnOn, form, evidence } = release;
	const facts = [
		t.span(formatLocalDate(validFrom), formatLocalDate(validUntil)),
		withdrawnOn !== null && `${t.state.withdrawn} ${t.on(formatLocalDate(withdrawnOn))}`,
		`${t.forms[form]}, ${t.since(formatLocalDate(givenOn))}`,
		evidence,
	];
	return (
		<>
			<span className={classes.words}>
				<span className={classes.head}>
					<span className={classes.name}>{recipientName}</span>
					<ReleaseBadge release={release} />
				</span>
				<span>{topics.map((topic) => t.topic[topic]).join(', ')}</span>
				<span className={classes.quiet}>{purpose}</span>
				<span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
			</span>
			<span className={classes.buttons}>
				{withdrawnOn === null && (
					<Button size="sm" variant="default" aria-label={t.withdrawOf(recipientName)} onClick={() => setDialog('withdraw')}>
						{t.withdraw}
					</Button>
				)}
				<AgreementMenu
					name={recipientName}
					onHistory={() => setDialog('history')}
					onEvidence={frozen ? undefined : () => setDialog('evidence')}
					onRemove={
						frozen
							? undefined
							: () =>
									void takeOut(
										t.removed(t.releaseTo(recipientName)),
										() => client.consents.removeRelease({ id }),
										() => client.consents.restoreRelease({ id }),
									)
					}
				>
					<Menu.Item
						leftSection={<IconPrinter size={18} aria-hidden />}
						renderRoot={(props) => (
							<Link to="/fallakten/$id/weitergabe/entbindung" params={{ id: caseId }} search={{ entbindung: id }} {...props} />
						)}
					>
						{t.printRelease}
					</Menu.Item>
				</AgreementMenu>
			</span>
			{dialog === 'withdraw' && (
				<WithdrawDialog
					what={t.releaseTo(recipientName)}
					withdraw={(on) => client.consents.withdrawRelease({ id, on })}
					isFinal={frozen}
					onClose={() => setDialog(null)}
				/>
			)}
			<AgreementHistory
				of={{ table: 'confidentiality_release', id }}
				opened={dialog === 'history'}
				onClose={() => setDialog(null)}
			/>
			{dialog === 'evidence' && (
				<EvidenceDialog
					evidence={evidence}
					save={(text) => client.consents.setReleaseEvidence({ id, evidence: text })}
					onClose={() => setDialog(null)}
				/>
			)}
		</>
	);
}
