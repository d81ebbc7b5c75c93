import type { AgeBand, KioskLanguage, KioskSex } from '#shared/features/kiosk/model.ts';
import type { KioskId, MemberId, OfferId, SignInId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { derivedId } from '../../records/derived-id.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { signInKind, signInVisitorKind } from './records.ts';

export interface SampleSignIn {
	readonly at: number;
	readonly session: { readonly offerId: OfferId; readonly ruleDay: LocalDate } | null;
	readonly name: string | null;
	readonly language: KioskLanguage;
	readonly ageBand: AgeBand | null;
	readonly sex: KioskSex | null;
}

/** Writes invented sign-ins as if a kiosk had been opened. */
export function writeSampleSignIns(session: Session, kiosk: KioskId, signIns: readonly SampleSignIn[]): void {
	const { store } = openVaultOf(session, 'workshop');
	const author = session.site as string as MemberId;
	for (const [at, { at: saidAt, session: of, name, language, ageBand, sex }] of signIns.entries()) {
		const id = derivedId(kiosk, `sample ${at}`) as SignInId;
		const place = { offerId: of?.offerId ?? null, ruleDay: of?.ruleDay ?? null };
		const by = name === null ? 'anonymous' : 'name';
		store.append(
			signInKind,
			id,
			{ kiosk, seq: at + 1, direction: 'in', ...place, by, language, ageBand, sex, saidAt, heardAt: 0 },
			author,
		);
		if (name !== null) store.insert(signInVisitorKind, id, { name }, author);
	}
}
