import { Button, Modal, MultiSelect, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { Offer, Session } from '#shared/features/offers/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { changeAll, changeFollowing, changeOne, type Scope } from './session-changes.ts';
import { ScopeField } from './sessions/ScopeField.tsx';
import { texts } from './sessions/texts.ts';
import { useMembers } from './useMembers.ts';

interface Props {
	offer: Offer;
	session: Session;
	onClose(): void;
}

/** Who leads and who helps: helpers this time, leaders as far as one says. */
export function StaffSession({ offer, session, onClose }: Props) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const members = useMembers();
	const [leaders, setLeaders] = useState<string[]>(session.leaders);
	const [helpers, setHelpers] = useState<string[]>(session.helpers);
	const [scope, setScope] = useState<Scope>('one');
	useReturnFocus();
	const save = useMutation({
		mutationFn: async () => {
			const done = t.staffDone(formatLocalDate(session.day));
			const led = leaders as MemberId[];
			// Only what was changed here: somebody may have volunteered meanwhile.
			const helperChange = {
				come: (helpers as MemberId[]).filter((id) => !session.helpers.includes(id)),
				leave: session.helpers.filter((id) => !helpers.includes(id)),
			};
			const isAsUsual = JSON.stringify(led) === JSON.stringify(offer.leaders);
			if (scope === 'one') await changeOne(session, { leaders: isAsUsual ? null : led, helpers: helperChange }, done);
			else {
				const back = () => navigate({ to: '/angebote/$id', params: { id: offer.id } });
				const own = { leaders: null, helpers: helperChange };
				const many = { session, offer, own, changes: { leaders: led }, undone: back };
				if (scope === 'all') await changeAll({ ...many, done: t.allDone });
				else {
					const id = await changeFollowing({ ...many, done: t.followingDone(formatLocalDate(session.day)) });
					onClose();
					await navigate({ to: '/angebote/$id', params: { id } });
				}
			}
			onClose();
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		save.mutate();
	};
	const people = {
		...scrollingOptions,
		data: members.options,
		searchable: true,
		nothingFoundMessage: t.noMore,
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{t.staffTitle(longDayOf(session.day))}</strong>} returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					<MultiSelect {...people} data-autofocus label={t.leadersField} value={leaders} onChange={setLeaders} maxValues={20} />
					<ScopeField label={t.leadersScope} value={scope} onChange={setScope} />
					<MultiSelect
						{...people}
						label={t.helpersField}
						description={t.helpersHint}
						value={helpers}
						onChange={setHelpers}
						maxValues={50}
					/>
					<DialogActions notice={<ErrorNotice error={save.error} />}>
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
