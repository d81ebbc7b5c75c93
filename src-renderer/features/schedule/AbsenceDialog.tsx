import { Modal, Select, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { refreshAppointments } from '#renderer/features/appointments/refresh-appointments.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { collator } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { Absence, AbsenceFields } from '#shared/features/schedule/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import classes from './Absences.module.css';
import { texts } from './texts.ts';

/** Own absences; coordination enters those of others too. Never asks why. */
export function AbsenceDialog({ absence, onClose }: { absence: Absence | null; onClose(): void }) {
	const t = useTexts(texts);
	const { acting, member } = useSession();
	const coordinates = acting.id === member.id && member.roles.some((role) => role === 'coordinator' || role === 'administrator');
	const members = useQuery({ ...api.members.list.queryOptions(), enabled: coordinates });
	const [memberId, setMemberId] = useState<MemberId | null>(absence?.memberId ?? acting.id);
	const [from, setFrom] = useState(absence?.from ?? null);
	const [until, setUntil] = useState(absence?.until ?? null);
	const [note, setNote] = useState(absence?.note ?? '');
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const isBackwards = from !== null && until !== null && until < from;
	const people = (members.data ?? [])
		.filter(({ removedAt }) => removedAt === null)
		.sort((a, b) => collator.compare(a.name, b.name))
		.map(({ id, name }) => ({ value: id as string, label: name }));
	const nameOf = (id: MemberId) => people.find(({ value }) => value === id)?.label ?? acting.name;
	const save = useMutation({
		mutationFn: async ({ memberId: whose, ...fields }: AbsenceFields) => {
			if (absence === null) return (await client.schedule.addAbsence({ memberId: whose, ...fields })).id;
			await client.schedule.changeAbsence({ id: absence.id, changes: fields });
			return absence.id;
		},
		onSuccess: async (id, fields) => {
			onClose();
			showUndo(t.saved(absence?.memberName ?? nameOf(fields.memberId)), async () => {
				if (absence === null) await client.schedule.removeAbsence({ id });
				else
					await client.schedule.changeAbsence({ id, changes: { from: absence.from, until: absence.until, note: absence.note } });
				await refreshAppointments();
			});
			await refreshAppointments();
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const isUnread = event.currentTarget.querySelector('[data-unread] [aria-invalid="true"]') !== null;
		if (isUnread || memberId === null || from === null || until === null || isBackwards) focusFirstWrong(event.currentTarget);
		else save.mutate({ memberId, from, until, note });
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{absence === null ? t.addTitle : t.changeTitle}</strong>} returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					{coordinates && absence === null && (
						<Select
							{...scrollingOptions}
							label={t.who}
							required
							searchable
							allowDeselect={false}
							openOnFocus={false}
							data={people}
							value={memberId}
							onChange={(id) => setMemberId(id as MemberId | null)}
							error={tried && memberId === null ? t.whoMissing : undefined}
						/>
					)}
					<div data-unread className={classes.dates}>
						<DateField
							data-autofocus
							label={t.from}
							required
							value={from}
							onChange={(day) => {
								setFrom(day);
								if (until === null) setUntil(day);
							}}
							error={tried && from === null ? t.dayMissing : undefined}
						/>
						<DateField
							label={t.until}
							required
							value={until}
							onChange={setUntil}
							error={isBackwards ? t.order : tried && until === null ? t.dayMissing : undefined}
						/>
					</div>
					<Textarea
						label={t.note}
						description={t.noteHint}
						autosize
						minRows={2}
						maxLength={200}
						value={note}
						onChange={(event) => setNote(event.currentTarget.value)}
					/>
					<SaveActions notice={<ErrorNotice error={save.error} />} isSaving={save.isPending} onCancel={onClose} />
				</Stack>
			</form>
		</Modal>
	);
}
