import { Center, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { SessionContext } from '#renderer/features/members/session.ts';
import { api } from '#renderer/rpc/api.ts';
import { followChanges } from '#renderer/rpc/live.ts';
import { ConnectionLost } from '#renderer/shell/ConnectionLost.tsx';
import { IdleLock } from '#renderer/shell/IdleLock.tsx';
import { dropEverything, forgetWhoWasHere, startPageFor } from '#renderer/shell/lock.ts';
import { router } from '#renderer/shell/routes.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { type Role, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';

/**
 * What stands before everything else: is there a site on this device, and is somebody signed in? Only then the pages
 * exist. When the session ends, wherever that was decided, the window forgets everything and starts anew.
 */
const FirstRunPage = lazy(async () => ({ default: (await import('#renderer/features/site/FirstRunPage.tsx')).FirstRunPage }));
const SignInPage = lazy(async () => ({ default: (await import('#renderer/features/members/SignInPage.tsx')).SignInPage }));
const FirstPassphrase = lazy(async () => ({
	default: (await import('#renderer/features/members/FirstPassphrase.tsx')).FirstPassphrase,
}));
const DamagedPage = lazy(async () => ({ default: (await import('#renderer/features/site/DamagedPage.tsx')).DamagedPage }));
const NewerPage = lazy(async () => ({ default: (await import('#renderer/features/site/NewerPage.tsx')).NewerPage }));

export function App() {
	const status = useQuery(api.site.status.queryOptions({ refetchOnWindowFocus: 'always' }));
	return (
		<>
			<ConnectionLost />
			<Suspense fallback={<Waiting />}>
				{status.data ? (
					<Entrance status={status.data} />
				) : status.error ? (
					<Center mih="100vh" p="xl">
						<ErrorNotice error={status.error} onRetry={() => void status.refetch()} />
					</Center>
				) : (
					<Waiting />
				)}
			</Suspense>
		</>
	);
}

function Waiting() {
	return (
		<Center mih="100vh">
			<Loader type="dots" />
		</Center>
	);
}

function Entrance({ status }: { status: SiteStatus }) {
	const wasUnlocked = useRef(false);
	const unlocked = status.state === 'unlocked' && status.session !== null;
	// A start passphrase on its way from the sign-in to the page that replaces it; anybody else's is forgotten at once.
	const startPassphrase = useRef<string | null>(null);
	const handOver = (passphrase: string) => {
		startPassphrase.current = passphrase;
	};
	const replacing = unlocked && status.session?.mustChangePassphrase === true;
	useEffect(() => {
		if (unlocked && !replacing) startPassphrase.current = null;
	}, [unlocked, replacing]);
	useEffect(() => {
		if (wasUnlocked.current && !unlocked) dropEverything();
		wasUnlocked.current = unlocked;
	}, [unlocked]);

	const isEmpty = status.state === 'empty';
	useEffect(() => {
		if (isEmpty) forgetWhoWasHere();
	}, [isEmpty]);

	if (unlocked) return <SignedIn status={status} startPassphrase={startPassphrase.current} />;
	switch (status.state) {
		case 'empty':
			return <FirstRunPage host={status.host} onSignedIn={handOver} />;
		case 'damaged':
			return <DamagedPage status={status} />;
		case 'newer':
			return <NewerPage file={status.file} appVersion={status.appVersion} />;
		default:
			return <SignInPage status={status} onSignedIn={handOver} />;
	}
}

function SignedIn({ status, startPassphrase }: { status: SiteStatus; startPassphrase: string | null }) {
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
