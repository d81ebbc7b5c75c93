import { Alert, Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DecideLentTwice } from './DecideLentTwice.tsx';
import classes from './Decisions.module.css';
import { decisionTexts } from './decision-texts.ts';

/**
 * What two PCs did while apart and what cannot both be: somebody says who really has a thing, or how often money went out.
 * Nothing at all when there is nothing.
 */
export function DecisionsNotice() {
	const t = useTexts(decisionTexts);
	const twice = useQuery(api.lending.lentTwice.queryOptions());
	const overpaid = useQuery(api.lending.overpaid.queryOptions());
	const [deciding, setDeciding] = useState<string | null>(null);
	const count = (twice.data?.length ?? 0) + (overpaid.data?.length ?? 0);
	if (count === 0) return null;
	const chosen = twice.data?.find(({ itemId }) => itemId === deciding);
	return (
		<Alert
			color="clay"
			icon={<IconArrowsSplit2 aria-hidden />}
			title={t.waits(count)}
			mah="11rem"
			style={{ overflow: 'auto', flex: 'none' }}
		>
			{t.why}
			<ul className={classes.waiting}>
				{twice.data?.map(({ itemId, itemNumber, itemName }) => (
					<li key={itemId}>
						<span>{t.twice(`${itemNumber} ${itemName}`)}</span>
						<Button
							size="compact-sm"
							variant="default"
							aria-label={`${t.decide}: ${itemNumber}`}
							onClick={() => setDeciding(itemId)}
						>
							{t.decide}
						</Button>
					</li>
				))}
				{overpaid.data?.map(({ loanId, loanNumber, borrowerName }) => (
					<li key={loanId}>
						<span>{t.overpaid(loanNumber, borrowerName)}</span>
						<Button
							size="compact-sm"
							variant="default"
							aria-label={`${t.decide}: ${loanNumber}`}
							renderRoot={(props) => <Link to="/ausleihe/ausleihen/$id" params={{ id: loanId }} {...props} />}
						>
							{t.decide}
						</Button>
					</li>
				))}
			</ul>
			{chosen && <DecideLentTwice twice={chosen} onClose={() => setDeciding(null)} />}
		</Alert>
	);
}
