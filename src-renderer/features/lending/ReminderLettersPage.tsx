import { Alert, Anchor, Button, Skeleton } from '@mantine/core';
import { IconCheck, IconMail, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { ReminderLetterSheet } from '#renderer/print/ReminderLetterSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { noteReminded } from './reminders/note-reminded.ts';
import classes from './reminders/Reminders.module.css';
import { useLetterChoice } from './reminders/reminder-choice.ts';
import { useReminderContext } from './reminders/reminder-context.ts';
import { reminderLetter } from './reminders/reminder-words.ts';
import { texts } from './reminders/texts.ts';

/** More would make the page slow, and nobody looks at more. */
const LETTERS_SHOWN = 3;

/** The letters to those who were ticked, to be printed all at once and then noted. */
export function ReminderLettersPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const { profile } = useSession();
	const { context, error, retry } = useReminderContext();
	const [chosen, setChosen] = useLetterChoice();
	const found = useQuery(api.lending.reminders.queryOptions());
	const wanted = (found.data ?? []).filter(({ borrower }) => chosen.includes(borrower.id));
	const letters = context ? wanted.flatMap((reminder) => reminderLetter(reminder, context) ?? []) : [];
	const sent = wanted.filter(({ borrower }) => letters.some(({ id }) => id === borrower.id));
	const note = useMutation({
		mutationFn: () => noteReminded(sent, 'letter'),
		onSuccess: async () => {
			showNotice(t.notedLetters(sent.length));
			setChosen([]);
			await navigate({ to: '/ausleihe/erinnerungen' });
		},
	});
	const day = localDateOf(Date.now());
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/ausleihe/erinnerungen" {...props} />}>{t.back}</Anchor>}
				title={t.lettersTitle}
				subtitle={t.lettersIntro}
				actions={
					letters.length > 0 && (
						<>
							<Button
								variant="default"
								leftSection={<IconCheck size="1.25rem" aria-hidden />}
								loading={note.isPending}
								onClick={() => note.mutate()}
							>
								{t.noteLetters(letters.length)}
							</Button>
							<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} onClick={() => window.print()}>
								{t.print}
							</Button>
						</>
					)
				}
			/>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			<ErrorNotice error={error} onRetry={retry} />
			<ErrorNotice error={note.error} />
			{(found.isPending || context === null) && !found.error && !error && <Skeleton height={400} />}
			{found.data && context && letters.length === 0 && (
				<EmptyState icon={<IconMail />} title={t.lettersNone}>
					{t.lettersNoneWords}
				</EmptyState>
			)}
			{letters.length > LETTERS_SHOWN && (
				<Alert color="petrol" variant="light">
					{t.lettersPart(LETTERS_SHOWN, letters.length)}
				</Alert>
			)}
			{letters.length > 0 && (
				<div className={classes.preview}>
					<PrintSheet
						label={t.lettersPreview}
						printed={() => <ReminderLetterSheet letters={letters} profile={profile} day={day} />}
					>
						<ReminderLetterSheet letters={letters.slice(0, LETTERS_SHOWN)} profile={profile} day={day} />
					</PrintSheet>
				</div>
			)}
		</Page>
	);
}
