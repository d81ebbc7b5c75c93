import { Alert, Checkbox, Chip, Group, Input, Modal, MultiSelect, NumberInput, Select, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { texts as appointmentTexts } from '#renderer/features/appointments/texts.ts';
import { PersonPicker } from '#renderer/features/cases/PersonPicker.tsx';
import { weekdays } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode, refusalData } from '#renderer/rpc/refusal.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { Unsaved } from '#renderer/ui/Unsaved.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { useGuardedClose } from '#renderer/ui/useGuardedClose.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { AppointmentKind } from '#shared/features/appointments/model.ts';
import { nameOf } from '#shared/features/people/model.ts';
import { PartOfDay, type Waiting, type WaitingFields } from '#shared/features/waiting-list/model.ts';
import type { MemberId, PersonId } from '#shared/kernel/ids.ts';
import { refreshWaitingList } from './refresh-waiting-list.ts';
import { texts } from './texts.ts';
import classes from './WaitingList.module.css';

const NO_WISHES: Omit<WaitingFields, 'personId' | 'minutes'> = {
	...{ counsellorIds: [], kind: 'counselling', weekdays: [], partOfDay: 'any', until: null, isUrgent: false, note: null },
};

/** Who waits, and for what. */
export function WaitingDialog({ waiting, onClose }: { waiting: Waiting | null; onClose(): void }) {
	const t = useTexts(texts);
	const kinds = useTexts(appointmentTexts).kind;
	const [personId, setPersonId] = useState<PersonId | null>(waiting?.personId ?? null);
	const [minutes, setMinutes] = useState<number | null>(waiting?.minutes ?? 45);
	const [wishes, setWishes] = useState(() => (waiting === null ? NO_WISHES : wishesOf(waiting)));
	const [tried, setTried] = useState(false);
	const typed = JSON.stringify([personId, minutes, wishes]);
	const [initial] = useState(typed);
	const { isAsking, close } = useGuardedClose(typed, initial, onClose);
	useReturnFocus();
	const choices = useQuery(api.appointments.choices.queryOptions());
	const set = (changes: Partial<typeof wishes>) => {
		setWishes({ ...wishes, ...changes });
		save.reset();
	};
	const save = useMutation({
		mutationFn: async (fields: WaitingFields) => {
			if (waiting === null) return client.waitingList.add(fields);
			const { personId: _, ...changes } = fields;
			await client.waitingList.change({ id: waiting.id, changes });
			return { id: waiting.id };
		},
		onSuccess: async ({ id }, fields) => {
			onClose();
			if (waiting === null) {
				const person = await client.people.get({ id: fields.personId });
				showUndo(t.saved(nameOf(person)), async () => {
					await client.waitingList.remove({ id });
					await refreshWaitingList();
				});
			} else {
				showUndo(t.changed, async () => {
					await client.waitingList.change({ id, changes: { ...wishesOf(waiting), minutes: waiting.minutes } });
					await refreshWaitingList();
				});
			}
			await refreshWaitingList();
		},
	});
	const isLongWrong = minutes === null || !Number.isInteger(minutes) || minutes < 5 || minutes > 480;
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const isUnread = event.currentTarget.querySelector('[data-unread] [aria-invalid="true"]') !== null;
		if (isUnread || personId === null || minutes === null || isLongWrong) focusFirstWrong(event.currentTarget);
		else save.mutate({ ...wishes, personId, minutes });
	};
	const invalid = refusalCode(save.error) === 'INVALID' ? refusalData<{ what: keyof typeof t.invalid }>(save.error) : null;
	return (
		<Modal
			opened
			onClose={close}
			size="lg"
			title={<strong>{waiting === null ? t.addTitle : `${t.changeTitle}: ${waiting.personName}`}</strong>}
			returnFocus={false}
		>
			<form noValidate onSubmit={submit}>
				<Stack>
					{waiting === null && (
						<PersonPicker
							value={personId}
							autoFocus
							onChange={(id) => {
								setPersonId(id);
								save.reset();
							}}
							error={tried && personId === null ? t.personMissing : undefined}
						/>
					)}
					<div className={classes.pair}>
						<Select
							{...scrollingOptions}
							label={t.kind}
							allowDeselect={false}
							data={AppointmentKind.options.map((kind) => ({ value: kind as string, label: kinds[kind] }))}
							value={wishes.kind}
							onChange={(kind) => kind !== null && set({ kind: kind as WaitingFields['kind'] })}
							w="14rem"
						/>
						<NumberInput
							label={t.long}
							required
							min={5}
							max={480}
							step={15}
							allowDecimal={false}
							allowNegative={false}
							value={minutes ?? ''}
							onChange={(typed) => setMinutes(typeof typed === 'number' ? typed : null)}
							error={isLongWrong ? t.longWrong : undefined}
							w="12rem"
						/>
					</div>
					<MultiSelect
						{...scrollingOptions}
						label={t.who}
						description={t.whoHint}
						data={(choices.data?.counsellors ?? []).map(({ id, name }) => ({ value: id as string, label: name }))}
						value={[...wishes.counsellorIds]}
						onChange={(ids) => set({ counsellorIds: ids as MemberId[] })}
						maxValues={10}
						maw="36rem"
					/>
					<Input.Wrapper label={t.days} description={t.daysHint} labelElement="div">
						<Chip.Group multiple value={wishes.weekdays.map(String)} onChange={(days) => set({ weekdays: days.map(Number) })}>
							<Group gap="xs" mt="xs" role="group" aria-label={t.days}>
								{weekdays().map((name, at) => (
									<Chip key={name} value={String(at)}>
										{name}
									</Chip>
								))}
							</Group>
						</Chip.Group>
					</Input.Wrapper>
					<div className={classes.pair} data-unread>
						<Select
							{...scrollingOptions}
							label={t.time}
							allowDeselect={false}
							data={PartOfDay.options.map((part) => ({ value: part as string, label: t.partOfDay[part] }))}
							value={wishes.partOfDay}
							onChange={(part) => part !== null && set({ partOfDay: part as PartOfDay })}
							inputWrapperOrder={['label', 'input', 'description']}
							w="14rem"
						/>
						<DateField
							label={t.untilField}
							description={t.untilHint}
							inputWrapperOrder={['label', 'input', 'description']}
							value={wishes.until}
							onChange={(until) => set({ until })}
							w="16rem"
						/>
					</div>
					<Checkbox
						label={t.isUrgent}
						checked={wishes.isUrgent}
						onChange={(event) => set({ isUrgent: event.currentTarget.checked })}
					/>
					<Textarea
						label={t.note}
						description={t.noteHint}
						autosize
						minRows={2}
						maxLength={400}
						value={wishes.note ?? ''}
						onChange={(event) => set({ note: event.currentTarget.value })}
					/>
					<SaveActions
						notice={
							<>
								{invalid ? (
									<Alert color="brick" role="alert">
										{t.invalid[invalid.what]}
									</Alert>
								) : (
									<ErrorNotice error={save.error} />
								)}
								{isAsking && <Unsaved />}
							</>
						}
						isSaving={save.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}

const wishesOf = ({ counsellorIds, kind, weekdays, partOfDay, until, isUrgent, note }: Waiting) => ({
	...{ counsellorIds, kind, weekdays, partOfDay, until, isUrgent, note },
});
