import { Button, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { Offer, Session } from '#shared/features/offers/model.ts';
import { ruleDate, withParts } from '#shared/features/offers/recurrence.ts';
import { addDays, formatLocalDate } from '#shared/kernel/local-date.ts';
import { changeOffer, changeOne } from '../session-changes.ts';
import { texts } from './texts.ts';

interface Props {
	offer: Offer;
	session: Session;
	onClose(): void;
}

/** Takes a session away, in public and with a word why; or ends the offer before it. */
export function CancelSession({ offer, session, onClose }: Props) {
	const t = useTexts(texts);
	const [note, setNote] = useState(session.note ?? '');
	const [ends, setEnds] = useState(false);
	useReturnFocus();
	const { rule } = offer;
	const canEnd = rule !== null && session.ruleDay > offer.firstOn;
	const save = useMutation({
		mutationFn: async () => {
			if (ends && rule !== null) {
				const ended = withParts(rule, { COUNT: null, UNTIL: ruleDate(addDays(session.ruleDay, -1)) });
				await changeOffer(offer, { rule: ended }, t.endDone(formatLocalDate(session.ruleDay)));
			} else {
				const done = t.cancelDone(formatLocalDate(session.day));
				await changeOne(session, { isCancelled: true, note: note.trim() || null }, done);
			}
			onClose();
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		save.mutate();
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{t.cancelTitle(longDayOf(session.day))}</strong>} returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					{canEnd && (
						<Radio.Group
							label={t.scope}
							size="md"
							value={ends ? 'following' : 'one'}
							onChange={(scope) => setEnds(scope === 'following')}
						>
							<Stack gap="xs" mt="xs">
								<Radio value="one" label={t.cancelOne} />
								<Radio value="following" label={t.cancelFollowing} />
							</Stack>
						</Radio.Group>
					)}
					{!ends && (
						<TextInput
							data-autofocus
							label={t.cancelNote}
							description={t.noteHint}
							maxLength={120}
							autoComplete="off"
							value={note}
							onChange={(event) => setNote(event.currentTarget.value)}
						/>
					)}
					<DialogActions notice={<ErrorNotice error={save.error} />}>
						<Button variant="default" onClick={onClose}>
							{t.abort}
						</Button>
						<Button type="submit" loading={save.isPending}>
							{t.cancelSave}
						</Button>
					</DialogActions>
				</Stack>
			</form>
		</Modal>
	);
}
