import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconHeartHandshake, IconMail, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintedOnly } from '#renderer/print/PrintSheet.tsx';
import { addressField } from '#renderer/print/postal-address.ts';
import { ReminderListSheet } from '#renderer/print/ReminderListSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { Reminder } from '#shared/features/lending/model.ts';
import { LendingTabs } from './LendingTabs.tsx';
import { Accounts } from './reminders/Accounts.tsx';
import { ReminderEntries } from './reminders/ReminderEntries.tsx';
import { useLetterChoice } from './reminders/reminder-choice.ts';
import { texts } from './reminders/texts.ts';

const NONE: readonly Reminder[] = [];

/** Whom to remind of what is due tomorrow or late, and how; and who owes money to whom. */
export function RemindersPage() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const found = useQuery(api.lending.reminders.queryOptions());
	const [which, setWhich] = useStickyState<'due' | 'all'>('reminders.which', 'due');
	const [chosen, setChosen] = useLetterChoice();
	const all = found.data ?? NONE;
	const due = all.filter(({ isDue }) => isDue);
	const shown = which === 'due' ? due : all;
	const byPost = shown.filter(({ borrower }) => addressField(borrower) !== null);
	const letters = byPost.filter(({ borrower }) => chosen.includes(borrower.id)).length;
	return (
		<Page>
			<LendingTabs />
			<PageHeader
				title={t.title}
				subtitle={t.intro}
				actions={
					shown.length > 0 && (
						<>
							<Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
								{t.list}
							</Button>
							{letters > 0 && (
								<Button
									leftSection={<IconMail size={18} aria-hidden />}
									renderRoot={(props) => <Link to="/ausleihe/erinnerungen/briefe" {...props} />}
								>
									{t.letters(letters)}
								</Button>
							)}
						</>
					)
				}
			/>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={240} />}
			{found.data && all.length === 0 && (
				<EmptyState icon={<IconHeartHandshake />} title={t.emptyTitle}>
					{t.emptyWords}
				</EmptyState>
			)}
			{all.length > 0 && (
				<>
					<SegmentedControl
						aria-label={t.which}
						size="md"
						style={{ alignSelf: 'flex-start' }}
						value={which}
						onChange={(value) => setWhich(value as 'due' | 'all')}
						data={[
							{ value: 'due', label: t.due(due.length) },
							{ value: 'all', label: t.all(all.length) },
						]}
					/>
					{shown.length === 0 ? (
						<EmptyState icon={<IconHeartHandshake />} title={t.notDueTitle}>
							{t.notDueWords}
						</EmptyState>
					) : (
						<ReminderEntries
							reminders={shown}
							ticked={chosen}
							onTick={setChosen}
							postable={byPost.map(({ borrower }) => borrower.id)}
						/>
					)}
				</>
			)}
			<Accounts />
			{shown.length > 0 && <PrintedOnly>{() => <ReminderListSheet reminders={shown} profile={profile} />}</PrintedOnly>}
		</Page>
	);
}
