import { Button, Checkbox, FileButton, Modal, Stack, Text } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { type FoundClosures, MOST_CALENDAR_LETTERS } from '#shared/features/schedule/calendars.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import type { ClosureValues } from './hours-values.ts';
import { importTexts } from './import-texts.ts';

type Found = FoundClosures[number];

/** Takes school holidays and the like out of a calendar file: what is ticked goes into the form, and is saved with it. */
export function ImportClosures({ room, onTake }: { room: number; onTake(closures: ClosureValues[]): void }) {
	const t = useTexts(importTexts);
	const [found, setFound] = useState<readonly Found[] | null>(null);
	const read = useMutation({
		mutationFn: async (file: File) => {
			if (file.size > MOST_CALENDAR_LETTERS) throw new TooLarge();
			return client.schedule.readClosures({ text: await file.text() });
		},
		onSuccess: (closures) => (closures.length === 0 ? showNotice(t.nothing) : setFound(closures)),
	});
	const problem = read.error && problemOf(read.error);
	return (
		<>
			<FileButton accept=".ics,text/calendar" onChange={(file) => file && read.mutate(file)}>
				{(props) => (
					<Button
						{...props}
						variant="subtle"
						size="sm"
						mt="xs"
						loading={read.isPending}
						leftSection={<IconCalendarDown size={16} aria-hidden />}
					>
						{t.choose}
					</Button>
				)}
			</FileButton>
			{problem && (
				<Text role="alert" c="var(--mantine-color-error)" size="sm">
					{problem === 'other' ? null : t[problem]}
				</Text>
			)}
			{problem === 'other' && <ErrorNotice error={read.error} />}
			{found && (
				<Choice
					found={found}
					room={room}
					onClose={() => setFound(null)}
					onTake={(closures) => {
						setFound(null);
						onTake(closures);
						showNotice(t.taken(closures.length));
					}}
				/>
			)}
		</>
	);
}

class TooLarge extends Error {}

function problemOf(error: Error): 'tooLarge' | 'noCalendar' | 'other' {
	if (error instanceof TooLarge || refusalCode(error) === 'TOO_LARGE') return 'tooLarge';
	return refusalCode(error) === 'NOT_A_CALENDAR' ? 'noCalendar' : 'other';
}

interface ChoiceProps {
	found: readonly Found[];
	/** How many more fit. */
	room: number;
	onClose(): void;
	onTake(closures: ClosureValues[]): void;
}

function Choice({ found, room, onClose, onTake }: ChoiceProps) {
	const t = useTexts(importTexts);
	const [ticked, setTicked] = useState<ReadonlySet<Found>>(() => new Set(found.filter(({ isKnown }) => !isKnown)));
	const chosen = found.filter((one) => ticked.has(one));
	const tick = (one: Found, isTicked: boolean) =>
		setTicked(new Set(isTicked ? [...ticked, one] : [...ticked].filter((other) => other !== one)));
	return (
		<Modal opened onClose={onClose} title={<strong>{t.title(found.length)}</strong>} size="lg">
			<Stack>
				<Text>{t.intro}</Text>
				<Stack gap="xs">
					{found.map((one) => (
						<Checkbox
							key={`${one.from} ${one.until} ${one.name}`}
							checked={ticked.has(one)}
							onChange={(event) => tick(one, event.currentTarget.checked)}
							label={one.name}
							description={daysOf(one) + (one.isKnown ? ` · ${t.known}` : '')}
						/>
					))}
				</Stack>
				<DialogActions notice={chosen.length > room && <Text c="var(--mantine-color-error)">{t.tooMany(room)}</Text>}>
					<Button variant="default" onClick={onClose}>
						{t.cancel}
					</Button>
					<Button
						data-autofocus
						disabled={chosen.length === 0 || chosen.length > room}
						onClick={() => onTake(chosen.map(({ from, until, name }) => ({ from, until, name })))}
					>
						{t.take(chosen.length)}
					</Button>
				</DialogActions>
			</Stack>
		</Modal>
	);
}

const daysOf = ({ from, until }: Found): string =>
	from === until ? formatLocalDate(from) : `${formatLocalDate(from)} – ${formatLocalDate(until)}`;
