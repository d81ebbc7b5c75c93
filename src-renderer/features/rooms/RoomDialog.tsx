import { Checkbox, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { EMPTY_ROOM, type Room, type RoomFields } from '#shared/features/rooms/model.ts';
import { texts } from './texts.ts';

/** One room, new or known. */
export function RoomDialog({ room, onClose }: { room: Room | null; onClose(): void }) {
	const t = useTexts(texts);
	const [before] = useState<RoomFields>(room ?? { ...EMPTY_ROOM, name: '' });
	const [name, setName] = useState(before.name);
	const [capacity, setCapacity] = useState(before.capacity === null ? '' : String(before.capacity));
	const [note, setNote] = useState(before.note ?? '');
	const [forCounselling, setForCounselling] = useState(before.forCounselling);
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const places = capacity.trim() === '' ? null : /^\d{1,4}$/.test(capacity.trim()) ? Number(capacity) : Number.NaN;
	const isWrong = places !== null && !(places >= 1 && places <= 2000);
	const save = useMutation({
		mutationFn: async (fields: RoomFields) => {
			if (room === null) await client.rooms.create(fields);
			else await client.rooms.update({ id: room.id, changes: changed(before, fields) });
		},
		onSuccess: async () => {
			await queryClient.invalidateQueries({ queryKey: api.rooms.key() });
			onClose();
		},
	});
	const isTaken = refusalCode(save.error) === 'NAME_TAKEN';
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		if (name.trim() === '' || isWrong) focusFirstWrong(event.currentTarget);
		else save.mutate({ name: name.trim(), capacity: places, note: note.trim() || null, forCounselling });
	};
	return (
		<Modal
			opened
			onClose={onClose}
			title={<strong>{room === null ? t.newTitle : t.editTitle(room.name)}</strong>}
			returnFocus={false}
		>
			<form noValidate onSubmit={submit}>
				<Stack>
					<TextInput
						data-autofocus
						label={t.name}
						required
						maxLength={60}
						autoComplete="off"
						value={name}
						onChange={(event) => {
							setName(event.currentTarget.value);
							save.reset();
						}}
						error={isTaken ? t.nameTaken : tried && name.trim() === '' ? t.nameMissing : undefined}
					/>
					<TextInput
						label={t.capacity}
						description={t.capacityHint}
						inputMode="numeric"
						maxLength={4}
						styles={{ wrapper: { maxWidth: '8rem' } }}
						autoComplete="off"
						value={capacity}
						onChange={(event) => setCapacity(event.currentTarget.value)}
						error={tried && isWrong ? t.capacityWrong : undefined}
					/>
					<Textarea
						label={t.note}
						description={t.noteHint}
						autosize
						minRows={2}
						maxLength={500}
						value={note}
						onChange={(event) => setNote(event.currentTarget.value)}
					/>
					<Checkbox
						label={t.forCounselling}
						checked={forCounselling}
						onChange={(event) => setForCounselling(event.currentTarget.checked)}
					/>
					<SaveActions
						notice={<ErrorNotice error={isTaken ? null : save.error} />}
						isSaving={save.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}

/** Only what was changed here, so that somebody else's change of another field stays. */
function changed(before: RoomFields, after: RoomFields): Partial<RoomFields> {
	const keys = (Object.keys(after) as (keyof RoomFields)[]).filter((key) => before[key] !== after[key]);
	return Object.fromEntries(keys.map((key) => [key, after[key]]));
}
