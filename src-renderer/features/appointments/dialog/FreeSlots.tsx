import { Button, Skeleton, Text } from '@mantine/core';
import { IconCalendarSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { FreeSlot } from '#shared/features/schedule/model.ts';
import type { AppointmentId, MemberId, RoomId } from '#shared/kernel/ids.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import classes from './Dialog.module.css';
import { dialogTexts } from './texts.ts';

interface Props {
	/** Null: not enough is known yet. */
	search: { counsellorIds: MemberId[]; room: RoomId | null; minutes: number; from: LocalDate } | null;
	/** The appointment that is moved. */
	except: AppointmentId | null;
	onChoose(slot: FreeSlot): void;
}

const WEEKS = 8;
const MOST = 12;

/** The next times at which everybody and the room are free; one click takes one over. */
export function FreeSlots({ search, except, onChoose }: Props) {
	const t = useTexts(dialogTexts);
	const [isOpen, setIsOpen] = useState(false);
	const slots = useQuery({
		...api.appointments.freeSlots.queryOptions({
			input: {
				...(search ?? { counsellorIds: [], room: null, minutes: 0, from: '' as LocalDate }),
				...{ needed: 'all', weeks: WEEKS, apart: true, most: MOST, except },
			},
		}),
		enabled: isOpen && search !== null,
		// It begins now: what was found a minute ago may be over.
		staleTime: 0,
	});
	return (
		<div className={classes.slots}>
			<Button
				variant="default"
				leftSection={<IconCalendarSearch size={18} aria-hidden />}
				aria-expanded={isOpen}
				onClick={() => setIsOpen(!isOpen)}
			>
				{t.slots}
			</Button>
			{isOpen && (
				<div role="status" className={classes.found}>
					{search === null && <Text size="sm">{t.slotsHint}</Text>}
					{search !== null && slots.isPending && <Skeleton height={40} />}
					<ErrorNotice error={slots.error} />
					{search !== null && slots.data?.length === 0 && <Text size="sm">{t.slotsNone}</Text>}
					{search !== null && slots.data && slots.data.length > 0 && (
						// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of buttons
						<div role="group" aria-label={t.slotsTitle} className={classes.choices}>
							{slots.data.map((slot) => (
								<Button
									key={`${slot.day} ${slot.from}`}
									size="compact-md"
									variant="light"
									onClick={() => {
										onChoose(slot);
										setIsOpen(false);
									}}
								>
									{`${weekdayOf(slot.day)} ${formatLocalDate(slot.day).slice(0, 6)} ${slot.from}`}
								</Button>
							))}
						</div>
					)}
				</div>
			)}
		</div>
	);
}
