import { Alert, Modal, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useCasesOf } from '#renderer/features/cases/useClient.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { longDayOf, today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client as rpc } from '#renderer/rpc/client.ts';
import { refusalCode, refusalData } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { Unsaved } from '#renderer/ui/Unsaved.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { useGuardedClose } from '#renderer/ui/useGuardedClose.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { AppointmentConflict, AppointmentFields, SeriesScope } from '#shared/features/appointments/model.ts';
import { clientOf } from '#shared/features/cases/client.ts';
import { nameOf } from '#shared/features/people/model.ts';
import type { BusinessId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import type { Start } from './booking-start.ts';
import { changeAppointments } from './decide.ts';
import { Fields } from './dialog/Fields.tsx';
import { minutesIn, repeatOf, startOf } from './dialog/form.ts';
import { Preview } from './dialog/Preview.tsx';
import { dialogTexts } from './dialog/texts.ts';
import { refreshAppointments } from './refresh-appointments.ts';

interface Props extends Start {
	/** What is done, and taken back, together with it. */
	alongside?: { done(): Promise<void>; undo(): Promise<void> };
	onClose(): void;
}

/** A new appointment, or an old one with other times. Conflicts are named while somebody types, and need a reason. */
export function BookDialog({ alongside, onClose, ...start }: Props) {
	const t = useTexts(dialogTexts);
	const { member } = useSession();
	const before = start.appointment ?? null;
	const [initial] = useState(() => startOf(start, member.roles.includes('counsellor') ? member.id : null));
	const [form, setForm] = useState(initial);
	const { isAsking, close } = useGuardedClose(form, initial, onClose);
	const [scope, setScope] = useState<SeriesScope>('this');
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const firstPerson = form.people[0] ?? null;
	// Somebody of the list of people may come along to an appointment with a business.
	const client = clientOf(form.businessId === null ? { personId: firstPerson } : { businessId: form.businessId });
	const cases = useCasesOf(client);
	const business = useQuery({
		...api.businesses.get.queryOptions({ input: { id: form.businessId as BusinessId } }),
		enabled: form.businessId !== null,
	});
	const person = useQuery({
		...api.people.get.queryOptions({ input: { id: firstPerson as NonNullable<typeof firstPerson> } }),
		enabled: firstPerson !== null,
	});
	const current = client === null ? [] : (cases.data ?? []).filter(({ status }) => status !== 'closed');
	const only = current.length === 1 ? (current[0]?.id ?? null) : null;
	const caseId = form.caseId === undefined ? only : form.caseId;
	const personIds = form.people.filter((id) => id !== null);
	const repeat = repeatOf(form);
	const taking =
		(personIds.length > 0 || form.businessId !== null) &&
		form.counsellorIds.length > 0 &&
		form.day !== null &&
		minutesIn(form) !== null &&
		repeat !== undefined
			? {
					...{
						personIds,
						businessId: form.businessId,
						counsellorIds: [...form.counsellorIds],
						roomId: form.roomId,
						day: form.day,
					},
					...{ from: form.from as WallTime, until: form.until as WallTime },
				}
			: null;
	const check = useQuery({
		...api.appointments.check.queryOptions({
			input: {
				...(taking ?? {
					personIds: [],
					businessId: null,
					counsellorIds: [],
					roomId: null,
					day: '' as LocalDate,
					from: '' as WallTime,
					until: '' as WallTime,
				}),
				...{ repeat: repeat ?? null, except: before?.id ?? null },
			},
		}),
		enabled: taking !== null,
		placeholderData: (last) => last,
	});
	const save = useMutation({
		mutationFn: async (fields: AppointmentFields) => {
			if (before === null) return { made: await rpc.appointments.book({ ...fields, repeat: repeat ?? null }) };
			return { changed: await changeAppointments(before, scope, fields) };
		},
		onSuccess: async (done, { day, from }) => {
			onClose();
			if (done.made) sayBooked(done.made.ids, day, from);
			else {
				const { count, undo } = done.changed;
				showUndo(count === 1 ? t.changed : t.changedMany(count), () => undo().then(alongside?.undo));
			}
			await alongside?.done();
			await refreshAppointments();
		},
		// Somebody was quicker: what stands against it now is asked for again.
		onError: () => void check.refetch(),
	});
	const refused = refusalCode(save.error) === 'CONFLICTS' ? refusalData<{ conflicts: AppointmentConflict[] }>(save.error) : null;
	const isChecked = taking !== null && check.data !== undefined;
	// Moving several may meet more than moving this one.
	const conflicts = isChecked && check.data ? (refused && scope !== 'this' ? refused.conflicts : check.data.conflicts) : [];
	const reasonMissing = conflicts.length > 0 && form.reason.trim() === '';
	const invalid = refusalCode(save.error) === 'INVALID' ? refusalData<{ what: keyof typeof t.invalid }>(save.error) : null;

	function sayBooked(ids: Awaited<ReturnType<typeof rpc.appointments.book>>['ids'], day: LocalDate, from: string): void {
		const name = business.data?.name ?? (person.data ? nameOf(person.data) : '');
		const said = ids.length > 1 ? t.bookedSeries(name, ids.length) : t.booked(name, t.when(longDayOf(day), from));
		showUndo(said, async () => {
			for (const id of ids) await rpc.appointments.remove({ id, scope: 'this' });
			await alongside?.undo();
			await refreshAppointments();
		});
	}
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const isUnread = event.currentTarget.querySelector('[data-unread] [aria-invalid="true"]') !== null;
		if (isUnread || taking === null || reasonMissing || check.isFetching) {
			focusFirstWrong(event.currentTarget);
			return;
		}
		const { kind, note, place, roomId, reason } = form;
		save.mutate({ ...taking, caseId, kind, note, place: roomId === null ? place : null, reason });
	};
	const anyway = conflicts.length > 0;
	return (
		<Modal
			opened
			onClose={close}
			size="lg"
			title={<strong>{before === null ? t.bookTitle : t.changeTitle}</strong>}
			returnFocus={false}
		>
			<form noValidate onSubmit={submit}>
				<Stack>
					<Fields
						form={form}
						onChange={(next) => {
							setForm(next);
							save.reset();
						}}
						businessName={business.data?.name ?? null}
						cases={current}
						caseId={caseId}
						before={before?.id ?? null}
						tried={tried}
					/>
					<Preview
						checked={isChecked ? (check.data ?? null) : null}
						conflicts={conflicts}
						isPast={form.day !== null && form.day < today()}
					/>
					{anyway && (
						<TextInput
							label={t.reason}
							// Dropped where something stands against it: that is what is asked.
							autoFocus={before !== null && form.day === start.day && form.from === start.place?.from}
							description={t.reasonHint}
							required
							maxLength={200}
							value={form.reason}
							onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
							error={tried && reasonMissing ? t.reasonMissing : undefined}
						/>
					)}
					{before !== null && before.seriesId !== null && (
						<Radio.Group label={t.scope} value={scope} onChange={(value) => setScope(value as SeriesScope)}>
							<Stack gap="xs" mt="xs">
								{(['this', 'following', 'planned'] as const).map((one) => (
									<Radio key={one} value={one} label={t.scopes[one]} />
								))}
							</Stack>
						</Radio.Group>
					)}
					<Textarea
						label={t.note}
						description={t.noteHint}
						autosize
						minRows={2}
						maxLength={1000}
						value={form.note}
						onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
					/>
					<SaveActions
						notice={
							<>
								{invalid ? (
									<Alert color="brick" role="alert">
										{t.invalid[invalid.what]}
									</Alert>
								) : (
									<ErrorNotice error={refused ? null : save.error} />
								)}
								{isAsking && <Unsaved />}
							</>
						}
						word={before === null ? (anyway ? t.bookAnyway : t.book) : anyway ? t.saveAnyway : t.save}
						isSaving={save.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}
