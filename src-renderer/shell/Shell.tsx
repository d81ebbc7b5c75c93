import { useHotkeys } from '@mantine/hooks';
import { Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useSlipScan } from '#renderer/features/repairs/useSlipScan.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Banners } from '#renderer/shell/Banners.tsx';
import { Header } from '#renderer/shell/Header.tsx';
import { IdleLock } from '#renderer/shell/IdleLock.tsx';
import { lockNow } from '#renderer/shell/lock.ts';
import { Navigation } from '#renderer/shell/Navigation.tsx';
import { NotFoundPage } from '#renderer/shell/NotFoundPage.tsx';
import { areaOf, handbookPageFor, isThereFor } from '#renderer/shell/places.ts';
import classes from './Shell.module.css';
import { texts } from './texts.ts';

/** The frame around every page: areas at the left, search, status and session at the top. */
export function Shell() {
	const t = useTexts(texts);
	const session = useSession();
	const { pathname } = useLocation();
	// As the routes spell it: an address may be typed in other letters.
	const path = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '/' });
	const isThere = isThereFor(path, session);
	const navigate = useNavigate();
	// A screen for everybody: no areas, no names, no way from there to anywhere else.
	const isWall = path === '/reparaturen/wand';
	useSlipScan(session.vaults.includes('workshop') && !isWall);
	const main = useRef<HTMLElement>(null);

	useHotkeys(
		[
			['mod+L', () => void lockNow(), { preventDefault: true }],
			[
				'F1',
				() => !isWall && void navigate({ to: '/handbuch/$page', params: { page: handbookPageFor(pathname) } }),
				{ preventDefault: true },
			],
		],
		[],
	);

	// A new page starts at its top, and screen readers hear its heading; the window title says the area, never a name.
	const shownPath = useRef(pathname);
	useEffect(() => {
		const area = isThere ? areaOf(pathname) : null;
		document.title = area === null ? 'Kontor' : `${t[area]} – Kontor`;
		if (shownPath.current === pathname) return;
		shownPath.current = pathname;
		main.current?.focus({ preventScroll: true });
	}, [pathname, isThere, t]);
	// After signing in too; what had the focus is gone with the screen before.
	useEffect(() => {
		if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
	}, []);

	if (isWall && isThere) return <Outlet />;
	return (
		<div className={classes.shell}>
			<button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
				{t.skip}
			</button>
			<div className={classes.grid}>
				<Navigation />
				<Header />
				<main id="inhalt" ref={main} tabIndex={-1} className={classes.main}>
					<Banners />
					{isThere ? <Outlet /> : <NotFoundPage />}
				</main>
			</div>
			<IdleLock minutes={session.profile.lockAfterMinutes} />
		</div>
	);
}
