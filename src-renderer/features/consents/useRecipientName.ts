import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/rpc/api.ts';
import { Recipient } from '#shared/features/consents/model.ts';

/** What a recipient is called whom a history names; undefined: it is none. */
export function useRecipientName(isWanted: boolean): (value: unknown) => string | undefined {
	const partners = useQuery({ ...api.partners.list.queryOptions(), enabled: isWanted });
	return (value) => {
		const { data: recipient } = Recipient.safeParse(value);
		if (!recipient) return undefined;
		if ('partnerId' in recipient) return partners.data?.find(({ id }) => id === recipient.partnerId)?.name ?? '?';
		return [recipient.name, recipient.address?.replaceAll('\n', ', ')].filter(Boolean).join(', ');
	};
}
