import { DEFAULT_WAIVER_ID, DEFAULT_WAIVER_TEXT } from '#shared/features/repairs/waiver.ts';
import type { WaiverTextId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { RepairsDeps } from './deps.ts';
import { type WaiverVersion as Stored, waiverTexts } from './queries.ts';
import { waiverTextKind } from './records.ts';

/** What visitors accept before a repair. A version is never changed: repairs name the one that was accepted. */
export interface Waivers {
	current(session: Session): WaiverVersion;
	/** The newest first. */
	all(session: Session): WaiverVersion[];
	get(session: Session, id: WaiverTextId): WaiverVersion | undefined;
	save(session: Session, text: string): WaiverTextId;
}

/** `since` null: Kontor's own, there from the beginning. */
export type WaiverVersion = Omit<Stored, 'since'> & { readonly since: number | null };

const DEFAULT: WaiverVersion = { id: DEFAULT_WAIVER_ID, text: DEFAULT_WAIVER_TEXT, since: null };

export function createWaivers({ ids }: Pick<RepairsDeps, 'ids'>): Waivers {
	const all = (session: Session): WaiverVersion[] => [...waiverTexts(openVaultOf(session, 'workshop').reader), DEFAULT];
	const current = (session: Session) => all(session)[0] ?? DEFAULT;
	return {
		current,
		all,
		get: (session, id) => all(session).find((version) => version.id === id),
		save(session, text) {
			const now = current(session);
			if (now.text === text) return now.id;
			const id = ids.next() as WaiverTextId;
			openVaultOf(session, 'workshop').store.append(waiverTextKind, id, { text }, session.acting);
			return id;
		},
	};
}
