import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, useEffect, useMemo, useRef } from 'react';
import { SessionContext } from '#renderer/features/members/session.ts';
import { followChanges } from '#renderer/rpc/live.ts';
import { IdleLock } from '#renderer/shell/IdleLock.tsx';
import { dropEverything, startPageFor } from '#renderer/shell/lock.ts';
import { router } from '#renderer/shell/routes.tsx';
import { type Role, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';

const FirstPassphrase = lazy(async () => ({
	default: (await import('#renderer/features/members/FirstPassphrase.tsx')).FirstPassphrase,
}));

/** Somebody is signed in: the pages, or the one that replaces a start passphrase. */
export function SignedIn({ status, startPassphrase }: { status: SiteStatus; startPassphrase: string | null }) {
	const { session: open, sample, host } = status;
	const session = useMemo(() => (open ? { ...open, isSample: sample !== null, host } : null), [open, sample, host]);
	const memberId = session?.member.id;
	useEffect(() => {
		if (memberId !== undefined) startPageFor(memberId);
	}, [memberId]);
	useEffect(() => {
		const controller = new AbortController();
		void followChanges(controller.signal);
		return () => controller.abort();
	}, []);
	useVaultChanges(session?.vaults ?? NONE, session?.member.roles ?? NO_ROLES);
	if (session === null) return null;
	if (session.mustChangePassphrase) {
		return (
			<SessionContext value={session}>
				<FirstPassphrase startPassphrase={startPassphrase} />
				<IdleLock minutes={session.profile.lockAfterMinutes} />
			</SessionContext>
		);
	}
	return (
		<SessionContext value={session}>
			<RouterProvider router={router} />
		</SessionContext>
	);
}

const NONE: readonly Vault[] = [];
const NO_ROLES: readonly Role[] = [];

/**
 * A vault opened while somebody works here: what was refused before is asked again. One was closed, because a role was
 * taken away: its records go from this window as they do on locking. What was closed stands in the address, for the day
 * page to say why somebody is there.
 */
function useVaultChanges(vaults: readonly Vault[], roles: readonly Role[]): void {
	const queries = useQueryClient();
	const before = useRef(vaults);
	useEffect(() => {
		const known = before.current;
		before.current = vaults;
		if (known.some((vault) => !vaults.includes(vault))) {
			const taken = known.filter((vault) => !vaults.includes(vault) && !vaultsOf(roles).includes(vault));
			location.hash = taken.length > 0 ? `#/?${new URLSearchParams({ geschlossen: taken.join(' ') })}` : '#/';
			dropEverything();
		} else if (vaults.some((vault) => !known.includes(vault))) void queries.invalidateQueries();
	}, [vaults, roles, queries]);
}
