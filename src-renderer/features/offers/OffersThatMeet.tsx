import { Alert, Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import classes from './Offers.module.css';
import { refreshOffers } from './session-changes.ts';
import { texts } from './texts.ts';
import { useMayPlan } from './useMayPlan.ts';

/** Offers that two PCs gave the same room or leader while apart: coordination decides. Nothing when there are none. */
export function OffersThatMeet() {
	const t = useTexts(texts);
	const mayPlan = useMayPlan();
	const doubles = useQuery(api.offers.doubles.queryOptions());
	const keep = useMutation(
		api.offers.keepDouble.mutationOptions({
			onSuccess: async () => {
				showNotice(t.meetKept);
				await refreshOffers();
				document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
			},
		}),
	);
	if (!doubles.data?.length) return null;
	return (
		<Alert color="clay" icon={<IconArrowsSplit2 aria-hidden />} title={t.meetTitle(doubles.data.length)} flex="none">
			{mayPlan ? t.meetWords : t.meetWordsOthers}
			<ul className={classes.meetings}>
				{doubles.data.map(({ offers: [one, other], times }) => {
					const names = t.both(one.name, other.name);
					const shared = one.roomName !== null && one.roomName === other.roomName ? [one.roomName] : [];
					const leaders = one.leaderNames.filter((name) => other.leaderNames.includes(name));
					return (
						<li key={`${one.offerId} ${other.offerId}`}>
							<span className={classes.words}>
								<span>
									<Link to="/angebote/$id" params={{ id: one.offerId }}>
										{one.name}
									</Link>
									{` ${t.and} `}
									<Link to="/angebote/$id" params={{ id: other.offerId }}>
										{other.name}
									</Link>
								</span>
								<span className={classes.quiet}>
									{t.meet(
										[...shared, ...leaders].join(', '),
										longDayOf(one.day),
										[one.from, other.from].sort()[1] ?? one.from,
										times,
									)}
								</span>
							</span>
							{mayPlan && (
								<Button
									size="compact-md"
									variant="default"
									aria-label={t.meetKeepOf(names)}
									loading={keep.isPending}
									onClick={() => keep.mutate({ ids: [one.offerId, other.offerId] })}
								>
									{t.meetKeep}
								</Button>
							)}
						</li>
					);
				})}
			</ul>
			<ErrorNotice error={keep.error} />
		</Alert>
	);
}
