import { Alert, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { groupName } from '#renderer/ui/group-name.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { DoubleReservation } from '#shared/features/reservations/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './list/Doubles.module.css';
import { texts } from './texts.ts';

/** Reservations that cannot all be kept, one decision for each knot of them. Nothing at all when there are none. */
export function DoubleReservations() {
	const t = useTexts(texts);
	const doubles = useQuery(api.reservations.doubles.queryOptions());
	const [deciding, setDeciding] = useState<string | null>(null);
	if (!doubles.data?.length) return null;
	const chosen = doubles.data.find((double) => keyOf(double) === deciding);
	return (
		<Alert color="clay" icon={<IconArrowsSplit2 aria-hidden />} title={t.doublesTitle(doubles.data.length)} flex="none">
			{t.doublesWords}
			<ul className={classes.waiting}>
				{doubles.data.map((double) => (
					<li key={keyOf(double)}>
						<span>{t.doubleOf(itemsOf(double), double.reservations.length)}</span>
						<Button
							size="compact-md"
							variant="default"
							aria-label={t.decideOf(itemsOf(double))}
							onClick={() => setDeciding(keyOf(double))}
						>
							{t.decide}
						</Button>
					</li>
				))}
			</ul>
			{chosen && <Decide double={chosen} onClose={() => setDeciding(null)} />}
		</Alert>
	);
}

/** Side by side with nothing chosen beforehand: who was promised it, for which days, when and by whom. */
function Decide({ double, onClose }: { double: DoubleReservation; onClose(): void }) {
	const t = useTexts(texts);
	const [chosen, setChosen] = useState<string | null>(null);
	useReturnFocus();
	const stays = double.reservations.find(({ id }) => id === chosen);
	const fetchAgain = () => queryClient.invalidateQueries({ queryKey: api.reservations.key() });
	const settle = useMutation(
		api.reservations.settleDouble.mutationOptions({
			onSuccess: async ({ cancelled }) => {
				onClose();
				showUndo(t.settled(stays?.borrowerName ?? '', cancelled.length), async () => {
					await client.reservations.reopen({ ids: cancelled });
					await fetchAgain();
				});
				await fetchAgain();
			},
		}),
	);
	const isOutdated = refusalCode(settle.error) === 'OUTDATED';
	return (
		<Modal opened onClose={onClose} size="lg" title={<strong>{t.decideTitle(itemsOf(double))}</strong>} returnFocus={false}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					if (stays) settle.mutate({ stays: stays.id, note: t.settleNote(stays.borrowerName).slice(0, 200) });
				}}
			>
				<Stack>
					<Text>{t.decideWords}</Text>
					<Radio.Group {...groupName(t.which)} value={chosen} onChange={setChosen}>
						<div className={classes.sides}>
							{double.reservations.map((one) => (
								<Radio.Card key={one.id} value={one.id} className={classes.side ?? ''}>
									<Radio.Indicator />
									<span className={classes.facts}>
										<strong>{one.borrowerName}</strong>
										<span>{t.span(formatLocalDate(one.fromOn), formatLocalDate(one.untilOn))}</span>
										<span>{`${one.itemNumber} ${one.itemName}`}</span>
										<span>{t.madeOn(formatInstant(one.createdAt), one.madeBy)}</span>
										{one.note !== null && <span>{one.note}</span>}
									</span>
								</Radio.Card>
							))}
						</div>
					</Radio.Group>
					{isOutdated ? (
						<Alert color="clay" role="alert">
							{t.outdated}
						</Alert>
					) : (
						<ErrorNotice error={settle.error} />
					)}
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{t.abort}
						</Button>
						<Button type="submit" disabled={stays === undefined} loading={settle.isPending}>
							{t.settle}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}

const keyOf = ({ reservations }: DoubleReservation): string =>
	reservations
		.map(({ id }) => id)
		.sort()
		.join(' ');

const itemsOf = ({ reservations }: DoubleReservation): string =>
	[...new Set(reservations.map(({ itemNumber, itemName }) => `${itemNumber} ${itemName}`))].join(', ');
