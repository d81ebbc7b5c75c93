import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { groupName } from '#renderer/ui/group-name.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { LentTwice } from '#shared/features/lending/model.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Decisions.module.css';
import { decisionTexts } from './decision-texts.ts';

/** The loans side by side, to say which of them is true. Nothing is chosen beforehand: only somebody who looked knows. */
export function DecideLentTwice({ twice, onClose }: { twice: LentTwice; onClose(): void }) {
	const t = useTexts(decisionTexts);
	const [chosen, setChosen] = useState<string | null>(null);
	useReturnFocus();
	const item = `${twice.itemNumber} ${twice.itemName}`;
	const line = twice.lines.find(({ id }) => id === chosen);
	const settle = useMutation(
		api.lending.settleLentTwice.mutationOptions({
			onSuccess: async () => {
				if (line) showNotice(t.done(item, line.borrower.name));
				onClose();
				await queryClient.invalidateQueries({ queryKey: api.lending.key() });
			},
		}),
	);
	return (
		<Modal opened onClose={onClose} size="lg" title={<strong>{t.title(item)}</strong>} returnFocus={false}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					if (line) settle.mutate({ itemId: twice.itemId, lineId: line.id });
				}}
			>
				<Stack>
					<Text>{t.words}</Text>
					<Radio.Group {...groupName(t.which)} value={chosen} onChange={setChosen}>
						<div className={classes.sides}>
							{twice.lines.map((side) => (
								<Radio.Card key={side.id} value={side.id} className={classes.side ?? ''}>
									<Radio.Indicator />
									<span className={classes.facts}>
										<strong>{side.borrower.name}</strong>
										<span>{t.loan(side.loanNumber)}</span>
										<span>{t.handedOut(formatInstant(side.issuedAt), side.issuedByName)}</span>
										<span data-late={side.dueOn < localDateOf(Date.now()) || undefined}>
											{t.due} {formatLocalDate(side.dueOn)}
										</span>
									</span>
								</Radio.Card>
							))}
						</div>
					</Radio.Group>
					<ErrorNotice error={settle.error} />
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" disabled={line === undefined} loading={settle.isPending}>
							{t.save}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
