import { Alert, Anchor, Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { BorrowerLink } from '#renderer/features/lending/BorrowerLink.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { groupName } from '#renderer/ui/group-name.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { type Item, ItemState } from '#shared/features/inventory/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { fieldTexts } from './field-texts.ts';
import classes from './ItemPage.module.css';
import { ItemStateMark } from './ItemStateMark.tsx';
import { RecordTests } from './RecordTests.tsx';
import { testStanding, today } from './test-due.ts';
import { texts } from './texts.ts';

/** How an item is: its state with the reason, and its electrical test. Both can be changed right there. */
export function ItemStateSection({ item }: { item: Item }) {
	const t = useTexts(texts);
	const [changing, setChanging] = useState<'state' | 'test' | null>(null);
	const { testedUntil } = item;
	const standing = testStanding(testedUntil, today());
	const day = testedUntil === null ? '' : formatLocalDate(testedUntil);
	const { field } = useTexts(fieldTexts);
	return (
		<>
			<Section title={field.state}>
				<div className={classes.state}>
					<ItemStateMark item={item} />
					<OutTo id={item.id} />
					{item.stateReason !== null && <p>{item.stateReason}</p>}
					{item.stateDamageId !== null && (
						<Anchor renderRoot={(props) => <Link to="/inventar/schaeden/$id" params={{ id: item.stateDamageId }} {...props} />}>
							{t.stateDamage}
						</Anchor>
					)}
				</div>
				<Group>
					<Button size="sm" variant="default" onClick={() => setChanging('state')}>
						{t.stateChange}
					</Button>
				</Group>
			</Section>
			<Section title={t.testSection}>
				{standing === 'overdue' ? (
					<Alert color="brick" icon={<IconAlertTriangle aria-hidden />} title={t.testOverdue(day)}>
						{t.testOverdueWhat}
					</Alert>
				) : (
					<span>{standing === null ? t.testNone : standing === 'soon' ? t.testSoon(day) : t.testValid(day)}</span>
				)}
				<Group>
					<Button size="sm" variant="default" onClick={() => setChanging('test')}>
						{t.enterTest}
					</Button>
				</Group>
			</Section>
			{changing === 'state' && <StateDialog item={item} onClose={() => setChanging(null)} />}
			{changing === 'test' && <RecordTests ids={[item.id]} onClose={() => setChanging(null)} />}
		</>
	);
}

/** Who has it: more than one where two PCs lent it while apart. */
function OutTo({ id }: { id: ItemId }) {
	const t = useTexts(texts);
	const lines = useQuery(api.lending.out.queryOptions({ input: { borrowerId: null, itemId: id, limit: 5 } }));
	return lines.data?.map(({ id: line, borrower, dueOn }) => (
		<p key={line}>
			{t.outTo} <BorrowerLink id={borrower.id} name={borrower.name} />, {t.outUntil(formatLocalDate(dueOn))}
		</p>
	));
}

function StateDialog({ item, onClose }: { item: Item; onClose(): void }) {
	const t = useTexts(texts);
	const { state: words } = useTexts(fieldTexts);
	const [state, setState] = useState(item.state);
	const [reason, setReason] = useState(item.stateReason ?? '');
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const change = useMutation(
		api.inventory.setState.mutationOptions({
			onSuccess: async () => {
				await queryClient.invalidateQueries({ queryKey: api.inventory.key() });
				onClose();
			},
		}),
	);
	const missing = state !== 'active' && reason.trim() === '';
	const save = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (!missing) change.mutate({ id: item.id, state, reason: state === 'active' ? null : reason });
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{t.stateTitle(item.name)}</strong>} returnFocus={false}>
			<form noValidate onSubmit={save}>
				<Stack>
					<Radio.Group {...groupName(t.stateTitle(item.name))} value={state} onChange={(value) => setState(value as ItemState)}>
						<Stack gap="sm">
							{ItemState.options.map((value) => (
								<Radio key={value} value={value} label={words[value]} data-autofocus={value === item.state || undefined} />
							))}
						</Stack>
					</Radio.Group>
					{state !== 'active' && (
						<Textarea
							label={t.stateReason}
							description={t.stateReasonHint[state]}
							required
							autosize
							minRows={2}
							maxLength={200}
							value={reason}
							error={tried && missing ? t.stateReasonMissing : undefined}
							onChange={(event) => setReason(event.currentTarget.value)}
						/>
					)}
					<ErrorNotice error={change.error} />
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" loading={change.isPending}>
							{t.stateSave}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
