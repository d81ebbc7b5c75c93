import { Alert, Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { Offer, OfferFields, Session } from '#shared/features/offers/model.ts';
import { movedSeries } from '#shared/features/offers/rhythm.ts';
import { parseWallTime } from '#shared/kernel/berlin-time.ts';
import type { RoomId } from '#shared/kernel/ids.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { changeAll, changeFollowing, changeOne, type Scope } from '../session-changes.ts';
import { ScopeField } from './ScopeField.tsx';
import classes from './Sessions.module.css';
import { texts } from './texts.ts';

interface Props {
	offer: Offer & { readonly roomName: string | null };
	session: Session;
	onClose(): void;
}

/** What was different in this session alone would hide that it changes with the others. */
const AS_THE_OFFER = { day: null, times: null, roomId: null };

/** Another day, time or room: for one session, from there on, or for all. */
export function MoveSession({ offer, session, onClose }: Props) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const rooms = useQuery(api.rooms.list.queryOptions());
	const [day, setDay] = useState<LocalDate | null>(session.day);
	const [from, setFrom] = useState<string>(session.from);
	const [until, setUntil] = useState<string>(session.until);
	const [roomId, setRoomId] = useState(session.roomId === offer.roomId ? null : session.roomId);
	const [note, setNote] = useState(session.state === 'closed' ? '' : (session.note ?? ''));
	const [scope, setScope] = useState<Scope>('one');
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const [begin, end] = [parseWallTime(from), parseWallTime(until)];
	const isBackwards = begin !== null && end !== null && begin >= end;
	const isComplete = day !== null && begin !== null && end !== null && !isBackwards;
	const series = day === null || day === session.ruleDay ? null : movedSeries(offer, session.ruleDay, day);
	const isUnmovable = scope !== 'one' && day !== null && day !== session.ruleDay && series === null;
	const save = useMutation({
		mutationFn: async () => {
			if (day === null || begin === null || end === null) return;
			const times = { from: begin as WallTime, until: end as WallTime };
			if (scope === 'one') {
				const room = roomId === offer.roomId ? null : roomId;
				await changeOne(
					session,
					{ day, times, roomId: room, note: note.trim() || null },
					t.moveDone(`${longDayOf(day)}, ${begin}–${end}`),
				);
			} else {
				const changes: Partial<OfferFields> = { ...times, ...(roomId !== null && { roomId }) };
				const back = () => navigate({ to: '/angebote/$id', params: { id: offer.id } });
				const many = { session, offer, own: AS_THE_OFFER, undone: back };
				if (scope === 'all') await changeAll({ ...many, changes: { ...changes, ...series }, done: t.allDone });
				else {
					const moved = series && { firstOn: day, rule: series.rule };
					const done = t.followingDone(formatLocalDate(day));
					const id = await changeFollowing({ ...many, changes: { ...changes, ...moved }, done });
					onClose();
					await navigate({ to: '/angebote/$id', params: { id } });
				}
			}
			onClose();
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		// A day that cannot be read is known to its field alone.
		const isUnread = event.currentTarget.querySelector('[aria-invalid="true"]') !== null;
		if (isUnread || !isComplete || isUnmovable) focusFirstWrong(event.currentTarget);
		else save.mutate();
	};
	const isImpossible = ['IMPOSSIBLE_TIME', 'OFF_RULE'].includes(refusalCode(save.error) ?? '');
	return (
		<Modal opened onClose={onClose} size="lg" title={<strong>{t.moveTitle(longDayOf(session.day))}</strong>} returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					<div className={classes.when}>
						<DateField
							data-autofocus
							label={t.day}
							required
							value={day}
							onChange={setDay}
							error={tried && day === null ? t.dayMissing : undefined}
						/>
						<TextInput
							label={t.from}
							required
							inputMode="numeric"
							autoComplete="off"
							maxLength={9}
							value={from}
							onChange={(event) => setFrom(event.currentTarget.value)}
							onBlur={() => begin !== null && setFrom(begin)}
							error={tried && begin === null ? t.timeWrong : undefined}
						/>
						<TextInput
							label={t.until}
							required
							inputMode="numeric"
							autoComplete="off"
							maxLength={9}
							value={until}
							onChange={(event) => setUntil(event.currentTarget.value)}
							onBlur={() => end !== null && setUntil(end)}
							error={tried && end === null ? t.timeWrong : isBackwards ? t.order : undefined}
						/>
					</div>
					<Select
						{...scrollingOptions}
						label={t.room}
						placeholder={t.asUsual(offer.roomName ?? offer.place ?? t.noRoom)}
						clearable
						data={(rooms.data ?? []).filter(({ id }) => id !== offer.roomId).map(({ id, name }) => ({ value: id, label: name }))}
						value={roomId}
						onChange={(id) => setRoomId(id as RoomId | null)}
						maw="20rem"
					/>
					<ScopeField label={t.scope} value={scope} onChange={setScope} />
					{scope === 'one' && (
						<TextInput
							label={t.note}
							description={t.noteHint}
							maxLength={120}
							autoComplete="off"
							value={note}
							onChange={(event) => setNote(event.currentTarget.value)}
						/>
					)}
					<div role="status">
						{isUnmovable && (
							<Alert color="clay" p="sm">
								{t.noRhythm}
							</Alert>
						)}
					</div>
					<DialogActions
						notice={
							isImpossible ? (
								<Alert color="brick" role="alert">
									{t.impossible}
								</Alert>
							) : (
								<ErrorNotice error={save.error} />
							)
						}
					>
						<Button variant="default" onClick={onClose}>
							{t.abort}
						</Button>
						<Button type="submit" loading={save.isPending}>
							{t.save}
						</Button>
					</DialogActions>
				</Stack>
			</form>
		</Modal>
	);
}
