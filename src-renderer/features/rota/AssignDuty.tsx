import { Modal, MultiSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMembers } from '#renderer/features/offers/useMembers.ts';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { DutyShift } from '#shared/features/rota/plan.ts';
import type { Away } from '#shared/features/schedule/occupancy.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { changeDuties } from './changes.ts';
import { texts } from './texts.ts';

interface Props {
	shift: DutyShift;
	away: readonly Away[];
	onClose(): void;
}

/** Who opens or closes the house on one day. */
export function AssignDuty({ shift: { day, kind, memberIds }, away, onClose }: Props) {
	const t = useTexts(texts);
	const members = useMembers();
	const [chosen, setChosen] = useState<string[]>([...memberIds]);
	/** Closed after each choice: it would lie over the buttons. */
	const [isListOpen, setIsListOpen] = useState(false);
	useReturnFocus();
	const absent = away.filter(({ memberId, from, until }) => chosen.includes(memberId) && from <= day && day <= until);
	const save = useMutation({
		async mutationFn() {
			const duty = (memberId: MemberId) => ({ day, kind, memberId });
			await changeDuties(
				{
					come: (chosen as MemberId[]).filter((id) => !memberIds.includes(id)).map(duty),
					leave: memberIds.filter((id) => !chosen.includes(id)).map(duty),
				},
				t.dutyAssigned(t.duty[kind], longDayOf(day)),
			);
			onClose();
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		save.mutate();
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{t.assignTitle(t.duty[kind], longDayOf(day))}</strong>} returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					<MultiSelect
						{...scrollingOptions}
						data-autofocus
						label={t.who}
						data={members.options}
						searchable
						nothingFoundMessage={t.noMore}
						value={chosen}
						onChange={setChosen}
						dropdownOpened={isListOpen}
						onDropdownOpen={() => setIsListOpen(true)}
						onDropdownClose={() => setIsListOpen(false)}
						onOptionSubmit={() => setIsListOpen(false)}
						maxValues={10}
					/>
					{absent.length > 0 && (
						<Text role="status">{t.awayThen(members.names([...new Set(absent.map(({ memberId }) => memberId))]))}</Text>
					)}
					<SaveActions notice={<ErrorNotice error={save.error} />} isSaving={save.isPending} onCancel={onClose} />
				</Stack>
			</form>
		</Modal>
	);
}
