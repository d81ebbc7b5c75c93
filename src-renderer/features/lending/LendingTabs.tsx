import { Link, type LinkProps, useLocation, useRouter } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from '#renderer/ui/PageTabs.module.css';
import { LENDING_TABS, tabTexts } from './lending-tabs.ts';

const ACTIVE = { 'data-active': true, 'aria-current': 'page' } as const;

/** The way between the pages of lending; stands above the heading of each of them. */
export function LendingTabs() {
	const t = useTexts(tabTexts);
	const routes: Record<string, unknown> = useRouter().routesByPath;
	const { pathname } = useLocation();
	return (
		<nav aria-label={t.pages} className={classes.tabs}>
			<ul>
				{LENDING_TABS.filter(({ path }) => path in routes).map(({ path, name, ...tab }) => (
					<li key={path}>
						<Link
							to={path as NonNullable<LinkProps['to']>}
							className={classes.tab ?? ''}
							{...('also' in tab && tab.also === pathname && ACTIVE)}
							activeProps={ACTIVE}
							activeOptions={{ exact: path === '/ausleihe' }}
						>
							{t[name]}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
