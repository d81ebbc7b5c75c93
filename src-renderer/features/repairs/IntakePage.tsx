import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { RepairId } from '#shared/kernel/ids.ts';
import { Entered } from './intake/Entered.tsx';
import { IntakeForm } from './intake/IntakeForm.tsx';
import { intakeTexts } from './intake/texts.ts';
import { RepairTabs } from './RepairTabs.tsx';

/** Somebody comes with something: a number and a slip in twenty seconds. */
export function IntakePage() {
	const t = useTexts(intakeTexts);
	const { folge } = useSearch({ strict: false });
	const [entered, setEntered] = useState<{ id: RepairId; number: string } | null>(null);
	const draft = useDraft('repair:new');
	const waiver = useQuery(api.repairs.waiver.queryOptions());
	const before = useQuery({
		...api.repairs.get.queryOptions({ input: { id: folge as RepairId } }),
		enabled: folge !== undefined && entered === null,
	});
	const isReady = waiver.data && draft.loaded && (folge === undefined || before.data !== undefined);
	return (
		<Page>
			<RepairTabs />
			<PageHeader
				title={t.title}
				subtitle={entered === null ? t.intro : undefined}
				above={
					before.data &&
					entered === null && (
						<Anchor renderRoot={(props) => <Link to="/reparaturen/$id" params={{ id: before.data.id }} {...props} />}>
							{t.followUp(before.data.number, before.data.item)}
						</Anchor>
					)
				}
			/>
			<ErrorNotice error={waiver.error ?? before.error} onRetry={() => void waiver.refetch()} />
			{entered !== null ? (
				<Entered entered={entered} onNext={() => setEntered(null)} />
			) : isReady ? (
				<IntakeForm draft={draft} waiver={waiver.data} before={before.data ?? null} onEntered={setEntered} />
			) : (
				<Skeleton height={360} />
			)}
		</Page>
	);
}
