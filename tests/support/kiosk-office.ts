import { randomUUID } from 'node:crypto';
import type { KioskSignIn } from '#shared/features/kiosk/model.ts';
import type { OfferFields } from '#shared/features/offers/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { newSite, type Office, office, SIGN_IN_NAME } from './office.ts';
import { PASSPHRASE, type TestBackend } from './test-backend.ts';

/** An office with a share, and a PC in it that may be a kiosk; today there is a sewing workshop that hangs on the door. */
export const TODAY = '2026-03-09' as LocalDate;

export const SEWING: OfferFields = {
	name: 'Nähwerkstatt',
	kind: 'workshop',
	text: null,
	translations: [{ language: 'tr', name: 'Dikiş atölyesi', text: null }],
	isPublic: true,
	leaders: [],
	helpersWanted: 0,
	roomId: null,
	place: 'Saal',
	capacity: null,
	colour: 'blue',
	firstOn: TODAY,
	rule: { every: 'week', interval: 1, weekdays: [0] } as unknown as OfferFields['rule'],
	from: '14:00' as WallTime,
	until: '17:00' as WallTime,
	skipsClosedDays: false,
};

export interface KioskOffice {
	readonly around: Office;
	readonly pc: TestBackend;
	readonly offerId: OfferId;
}

export async function kioskOffice(offer: Partial<OfferFields> = {}): Promise<KioskOffice> {
	const around = office();
	const pc = await around.pc('Tresen');
	await newSite(pc);
	await pc.client.share.connect({ folder: around.share });
	const { id } = await pc.client.offers.create({ ...SEWING, rule: null, ...offer });
	await pc.client.kiosk.enrol({ name: 'Kiosk am Eingang' });
	return { around, pc, offerId: id };
}

export const said = (offerId: OfferId | null, visitor: KioskSignIn['visitor'], more: Partial<KioskSignIn> = {}) => ({
	entry: randomUUID(),
	session: offerId && { offerId, ruleDay: TODAY },
	visitor,
	language: 'tr' as const,
	ageBand: null,
	sex: null,
	...more,
});

export const leaving = { signInName: SIGN_IN_NAME, passphrase: PASSPHRASE };
