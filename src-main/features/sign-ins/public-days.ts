import type { KioskDay, KioskSession } from '#shared/features/kiosk/model.ts';
import type { Offer, Session as OfferSession } from '#shared/features/offers/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const MOST_SESSIONS = 60;

/** What hangs on the door on these days: public offers, and of them nothing but what is printed there. */
export function publicDays(
	days: readonly LocalDate[],
	sessions: readonly OfferSession[],
	offers: ReadonlyMap<OfferId, Pick<Offer, 'translations'>>,
	{ siteName, asOf }: { readonly siteName: string; readonly asOf: number },
): KioskDay[] {
	return days.map((day) => ({
		siteName,
		day,
		asOf,
		sessions: sessions
			.filter((session) => session.day === day && session.isPublic && session.state !== 'closed')
			.slice(0, MOST_SESSIONS)
			.map(
				({ offerId, ruleDay, name, kind, from, until, place, roomName, state }): KioskSession => ({
					...{ offerId, ruleDay, name, kind, from, until },
					names: (offers.get(offerId)?.translations ?? []).map(({ language, name }) => ({ language, name })),
					place: roomName ?? place,
					isCancelled: state === 'cancelled',
				}),
			),
	}));
}
