import type { Partner } from '#shared/features/partners/model.ts';
import type { Referral } from '#shared/features/referrals/model.ts';

/** Lines for the address field (DIN 5008: at most six); incomplete where no post could be delivered. */
export function recipientAddress(
	{ recipient, recipientName }: Pick<Referral, 'recipient' | 'recipientName'>,
	partner: Partner | null,
): { lines: string[]; isComplete: boolean } {
	if (!('partnerId' in recipient)) {
		const written = (recipient.address ?? '').split('\n').map((line) => line.trim());
		const lines = [recipient.name, ...written.filter(Boolean)];
		return { lines: lines.slice(0, 6), isComplete: lines.length > 2 };
	}
	const place = [partner?.postcode, partner?.city].filter(Boolean).join(' ');
	const lines = [recipientName, partner?.addressExtra, partner?.street, place].filter((line): line is string => Boolean(line));
	return { lines, isComplete: Boolean(partner?.street && partner.city) };
}
