import { useQuery } from '@tanstack/react-query';
import { useSession } from '#renderer/features/members/session.ts';
import { useMayPlan } from '#renderer/features/offers/useMayPlan.ts';
import { api } from '#renderer/rpc/api.ts';

interface OpenDecisions {
	/** Fields with two values. */
	readonly fields: number;
	/** What was given twice. */
	readonly doubles: number;
	/** People who may be there twice: nothing waits for them, they are only named. */
	readonly pairs: number;
	readonly isPending: boolean;
}

/** How much there is to decide for whoever is signed in. */
export function useOpenDecisions(): OpenDecisions {
	const { vaults } = useSession();
	const mayPlan = useMayPlan();
	const workshop = vaults.includes('workshop');
	const counselling = vaults.includes('counselling');
	const fields = useQuery(api.decisions.count.queryOptions());
	const lists = [
		useQuery({ ...api.lending.lentTwice.queryOptions(), enabled: workshop }),
		useQuery({ ...api.lending.overpaid.queryOptions(), enabled: workshop }),
		useQuery({ ...api.reservations.doubles.queryOptions(), enabled: workshop }),
		useQuery({ ...api.inventory.doubles.queryOptions(), enabled: workshop }),
		useQuery({ ...api.appointments.doubles.queryOptions(), enabled: counselling }),
		useQuery({ ...api.offers.doubles.queryOptions(), enabled: mayPlan }),
	];
	const pairs = useQuery({ ...api.people.pairs.queryOptions(), enabled: counselling });
	return {
		fields: fields.data?.count ?? 0,
		doubles: lists.reduce((sum, { data }) => sum + (data?.length ?? 0), 0),
		pairs: pairs.data?.total ?? 0,
		isPending: [fields, pairs, ...lists].some(({ isLoading }) => isLoading),
	};
}
