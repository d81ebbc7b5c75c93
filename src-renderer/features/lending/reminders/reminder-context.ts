import { useQueries } from '@tanstack/react-query';
import { useSession } from '#renderer/features/members/session.ts';
import { api } from '#renderer/rpc/api.ts';
import type { ReminderContext } from './reminder-words.ts';

/** What every reminder is written with: the rules' words, the house, its hours, and whoever sits here. */
export function useReminderContext(): {
	context: ReminderContext | null;
	error: unknown;
	retry(): void;
} {
	const { profile, acting } = useSession();
	const [rules, hours] = useQueries({ queries: [api.lending.rules.queryOptions(), api.site.openingHours.queryOptions()] });
	const failed = [rules, hours].find(({ error }) => error !== null);
	return {
		context:
			rules.data && hours.data
				? { reminderText: rules.data.reminderText, hours: hours.data, profile, signer: acting.name }
				: null,
		error: failed?.error ?? null,
		retry: () => void failed?.refetch(),
	};
}
