import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { currentTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { texts } from './texts.ts';
import { type TurnChoice, turnChoices } from './turn-choices.ts';

/** Everybody who can take turns at this desk; empty where nobody but oneself could be chosen. */
export function useTurns(): readonly TurnChoice[] {
	const { acting, member } = useSession();
	const turns = useQuery(api.members.turns.queryOptions());
	return useMemo(() => {
		const choices = turnChoices(turns.data ?? [], acting, member.id);
		return turns.data !== undefined && turns.data.length > 0 && choices.length > 1 ? choices : [];
	}, [turns.data, acting, member.id]);
}

/** From here on records name somebody else. Says so, because nothing else on the page may change. */
export function useTurn(onDone?: () => void) {
	const queries = useQueryClient();
	return useMutation({
		mutationFn: ({ id }: TurnChoice) => client.members.turn({ id }),
		onSuccess: async (_, { name }) => {
			await queries.invalidateQueries({ queryKey: api.site.status.key() });
			showNotice(currentTexts(texts).now(name), 'turn');
			onDone?.();
		},
	});
}
