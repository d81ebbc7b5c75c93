import { Alert, Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { moneyText, parseMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { RepairRow } from '#shared/features/repairs/model.ts';
import { RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import { lacksTest } from '#shared/features/repairs/stages.ts';
import { outcomeTexts } from './outcome-texts.ts';
import { StillOpen } from './StillOpen.tsx';
import { stepTexts } from './step-texts.ts';
import { finishRepair } from './steps.ts';
import { TestButtons } from './TestButtons.tsx';
import { texts } from './texts.ts';

/** What became of it: the result, for the end of life the reason, and what went into the box. */
export function OutcomeDialog({ repair: given, onClose }: { repair: RepairRow; onClose(): void }) {
	const t = useTexts(outcomeTexts);
	const words = useTexts(texts);
	const steps = useTexts(stepTexts);
	// A test entered here counts at once.
	const found = useQuery(api.repairs.get.queryOptions({ input: { id: given.id } }));
	const repair = found.data ?? given;
	const untested = lacksTest(repair);
	const [result, setResult] = useState<RepairResult | null>(given.result);
	const [barrier, setBarrier] = useState<RepairBarrier | null>(given.barrier);
	const [donation, setDonation] = useState(moneyText(given.donationCents));
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const cents = parseMoney(donation);
	const isEnd = result === 'End of life';
	const finish = useMutation({
		mutationFn: async (chosen: RepairResult) => {
			if (cents !== undefined && cents !== repair.donationCents)
				await client.repairs.update({ id: repair.id, changes: { donationCents: cents } });
			await finishRepair(repair, { result: chosen, barrier: chosen === 'End of life' ? barrier : null }, steps);
		},
		onSuccess: onClose,
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (result === null || cents === undefined || (isEnd && barrier === null)) return;
		finish.mutate(result);
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{t.title(repair.number, repair.item)}</strong>} size="lg" returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					{untested && (
						<Alert color="clay" icon={<IconBolt aria-hidden />} role="status">
							<Stack gap="xs">
								{t.untested}
								<TestButtons repair={repair} />
							</Stack>
						</Alert>
					)}
					<StillOpen repair={repair} />
					<Radio.Group
						label={t.result}
						value={result}
						onChange={(value) => setResult(value as RepairResult)}
						error={tried && result === null ? t.missing : undefined}
					>
						<Stack gap="xs" mt="xs">
							{RepairResult.options.map((one, at) => (
								<Radio
									key={one}
									value={one}
									label={words.result[one]}
									description={one === 'Repairable' || one === 'Unknown' ? t.resultHint[one] : undefined}
									disabled={one === 'Fixed' && untested}
									data-autofocus={at === (untested ? 1 : 0) || undefined}
								/>
							))}
						</Stack>
					</Radio.Group>
					{isEnd && (
						<Radio.Group
							label={t.barrier}
							description={t.barrierHint}
							value={barrier}
							onChange={(value) => setBarrier(value as RepairBarrier)}
							error={tried && barrier === null ? t.barrierMissing : undefined}
						>
							<Stack gap="xs" mt="xs">
								{RepairBarrier.options.map((one) => (
									<Radio key={one} value={one} label={words.barrier[one]} />
								))}
							</Stack>
						</Radio.Group>
					)}
					<TextInput
						label={t.donation}
						description={t.donationHint}
						inputMode="decimal"
						autoComplete="off"
						maxLength={20}
						value={donation}
						error={tried && cents === undefined ? t.amountWrong : undefined}
						onChange={(event) => setDonation(event.currentTarget.value)}
						maw="12rem"
					/>
					<ErrorNotice error={finish.error} />
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{words.cancel}
						</Button>
						<Button type="submit" loading={finish.isPending}>
							{t.finish}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
