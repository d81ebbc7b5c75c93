import { useQuery } from '@tanstack/react-query';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { ActionId, GoalId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

interface Props {
	/** A goal, or a step to one. */
	of: { table: 'goal'; id: GoalId } | { table: 'goal_action'; id: ActionId };
	opened: boolean;
	onClose(): void;
}

/** Who changed a goal or a step, and when. */
export function GoalHistory({ of, ...rest }: Props) {
	const t = useTexts(texts);
	const members = useQuery({ ...api.members.list.queryOptions(), enabled: rest.opened });
	const { theme, text, indicator, targetOn, agreedOn, balance, step, doer, due, thirdPartyWho, stand } = t;
	const goal = { theme, text, indicator, targetOn, agreedOn, balance, balanceWords: t.balanceWords };
	const action = { text: step, doer, memberId: t.member, thirdParty: thirdPartyWho, due, state: stand };
	return (
		<HistoryDrawer
			{...of}
			{...rest}
			fieldNames={of.table === 'goal' ? goal : action}
			formatValue={(field, value) => {
				const codes: Record<string, Record<string, string>> = {
					...{ theme: t.themes, balance: t.state, state: t.actionState },
					doer: { client: t.client, member: t.member, third_party: t.thirdParty },
				};
				if (field === 'memberId') return members.data?.find(({ id }) => id === value)?.name ?? '?';
				return codes[field]?.[String(value)];
			}}
		/>
	);
}
