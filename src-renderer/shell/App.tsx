import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { SessionContext } from '#renderer/features/members/session.ts';
import { api } from '#renderer/rpc/api.ts';
import { followChanges } from '#renderer/rpc/live.ts';
import { ConnectionLost } from '#renderer/shell/ConnectionLost.tsx';
import { dropEverything, startPageFor } from '#renderer/shell/lock.ts';
import { router } from '#renderer/shell/routes.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { SiteStatus } from '#shared/features/site/model.ts';

/**
 * What stands before everything else: is there a site on this device, and is somebody signed in? Only then the pages
 * exist. When the session ends, wherever that was decided, the window forgets everything and starts anew.
 */
const FirstRunPage = lazy(async () => ({ default: (await import('#renderer/features/site/FirstRunPage.tsx')).FirstRunPage }));
const SignInPage = lazy(async () => ({ default: (await import('#renderer/features/members/SignInPage.tsx')).SignInPage }));
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
	useEffect(() => {
		if (wasUnlocked.current && !unlocked) dropEverything();
		wasUnlocked.current = unlocked;
	}, [unlocked]);

	if (unlocked) return <SignedIn status={status} />;
	switch (status.state) {
		case 'empty':
			return <FirstRunPage host={status.host} />;
		case 'damaged':
			return <DamagedPage status={status} />;
		case 'newer':
			return <NewerPage file={status.file} appVersion={status.appVersion} />;
		default:
			return <SignInPage status={status} />;
	}
}

function SignedIn({ status }: { status: SiteStatus }) {
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
	if (session === null) return null;
	return (
		<SessionContext value={session}>
			<RouterProvider router={router} />
		</SessionContext>
	);
}
