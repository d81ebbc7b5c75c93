import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ConnectionLost } from '#renderer/shell/ConnectionLost.tsx';
import { dropEverything, forgetWhoWasHere } from '#renderer/shell/lock.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { SiteStatus } from '#shared/features/site/model.ts';

/**
 * What stands before everything else: is this a kiosk, is there a site on this device, and is somebody signed in? Only then
 * the pages exist. When the session ends, wherever that was decided, the window forgets everything and starts anew.
 */
const FirstRunPage = lazy(async () => ({ default: (await import('#renderer/features/site/FirstRunPage.tsx')).FirstRunPage }));
const SignInPage = lazy(async () => ({ default: (await import('#renderer/features/members/SignInPage.tsx')).SignInPage }));
const loadSignedIn = () => import('#renderer/shell/SignedIn.tsx');
const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }));
const DamagedPage = lazy(async () => ({ default: (await import('#renderer/features/site/DamagedPage.tsx')).DamagedPage }));
const NewerPage = lazy(async () => ({ default: (await import('#renderer/features/site/NewerPage.tsx')).NewerPage }));

const KioskApp = lazy(async () => ({ default: (await import('#renderer/features/kiosk/KioskApp.tsx')).KioskApp }));

/** How soon a kiosk shows that it was approved, or that it is none any more. */
const MODE_MS = 15_000;
/** Nothing of the people who stood there stays in this window. */
const startOver = () => location.reload();

/** A kiosk shows nothing but the kiosk: no shell, no sign-in, no shortcut. */
export function App() {
	const mode = useQuery(
		api.kiosk.mode.queryOptions({ refetchInterval: ({ state }) => (state.data?.mode === 'kiosk' ? MODE_MS : false) }),
	);
	const wasKiosk = useRef(false);
	const isKiosk = mode.data?.mode === 'kiosk';
	useEffect(() => {
		if (wasKiosk.current && !isKiosk) startOver();
		wasKiosk.current = isKiosk;
	}, [isKiosk]);
	if (mode.data?.mode === 'kiosk') {
		return (
			<Suspense fallback={<Waiting />}>
				<KioskApp client={client.kiosk} waiting={mode.data.waiting} onLeft={startOver} />
			</Suspense>
		);
	}
	return mode.isPending ? <Waiting /> : <Office onRefused={() => void mode.refetch()} />;
}

function Office({ onRefused }: { onRefused: () => void }) {
	const status = useQuery(api.site.status.queryOptions({ refetchOnWindowFocus: 'always' }));
	const isRefused = status.isError;
	// biome-ignore lint/correctness/useExhaustiveDependencies: once for every refusal
	useEffect(() => {
		if (isRefused) onRefused();
	}, [isRefused]);
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

	// While somebody types their passphrase.
	useEffect(() => void loadSignedIn(), []);

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
