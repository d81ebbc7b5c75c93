import { Button } from '@mantine/core';
import { IconCash, IconPrinter, IconReceipt } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { LoanId } from '#shared/kernel/ids.ts';
import { depositsToGive } from '../deposits-to-give.ts';
import classes from './Answer.module.css';
import { answerTexts } from './answer-texts.ts';
import type { Done } from './answers.ts';

/** What usually follows a step: the contract on paper, the deposit back into the hand. */
export function DoneSteps({ done: { step } }: { done: Done }) {
	const t = useTexts(answerTexts);
	const home = step.loans.filter(({ kind }) => kind === 'take_home');
	return (
		<>
			{home.map(({ id, number }) => (
				<Button
					key={id}
					variant="default"
					leftSection={<IconPrinter size="1.25rem" aria-hidden />}
					renderRoot={(props) => <Link to="/ausleihe/ausleihen/$id/vertrag" params={{ id }} {...props} />}
				>
					{home.length === 1 ? t.print : t.printNumber(number)}
				</Button>
			))}
			{depositsToGive(step.returned).map(({ loanId, cents }) => (
				<DepositBack key={loanId} loanId={loanId} cents={cents} />
			))}
		</>
	);
}

/** All of what is held goes back, which is what happens nearly always; anything else is done on the loan's page. */
function DepositBack({ loanId, cents }: { loanId: LoanId; cents: number }) {
	const t = useTexts(answerTexts);
	const amount = formatMoney(cents);
	const giveBack = useMutation(
		api.lending.deposit.mutationOptions({
			onSuccess: () => queryClient.invalidateQueries({ queryKey: api.lending.key() }),
			onError: showError,
		}),
	);
	if (giveBack.data) {
		return (
			<>
				<p className={classes.gaveBack}>{t.gaveBack(amount, giveBack.data.receipt)}</p>
				<Button
					variant="default"
					leftSection={<IconReceipt size="1.25rem" aria-hidden />}
					renderRoot={(props) => (
						<Link
							to="/ausleihe/ausleihen/$id/quittung"
							params={{ id: loanId }}
							search={{ beleg: giveBack.data.receipt }}
							{...props}
						/>
					)}
				>
					{t.receipt}
				</Button>
			</>
		);
	}
	return (
		<Button
			leftSection={<IconCash size="1.25rem" aria-hidden />}
			loading={giveBack.isPending}
			onClick={() => giveBack.mutate({ loanId, what: 'returned', cents })}
		>
			{t.giveBack(amount)}
		</Button>
	);
}
