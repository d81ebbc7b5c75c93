import { createContext, use } from 'react';
import type { SiteStatus } from '#shared/features/site/model.ts';

/** The unlocked session: who is signed in, where, and which vaults are open. Every page below the shell has one. */
export type Session = NonNullable<SiteStatus['session']> & { readonly isSample: boolean; readonly host: SiteStatus['host'] };

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
	const session = use(SessionContext);
	if (session === null) throw new Error('useSession outside of the signed-in shell');
	return session;
}
