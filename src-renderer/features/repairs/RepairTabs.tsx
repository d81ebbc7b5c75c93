import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from '#renderer/ui/PageTabs.module.css';
import { texts } from './texts.ts';

/** The pages of the area Reparaturen in the order of an afternoon. */
const TABS = [
	{ path: '/reparaturen', name: 'board' },
	{ path: '/reparaturen/annahme', name: 'intake' },
	{ path: '/reparaturen/alle', name: 'list' },
	{ path: '/reparaturdaten', name: 'data' },
] as const;

const ACTIVE = { 'data-active': true, 'aria-current': 'page' } as const;

/** The way between the pages of repairs; stands above the heading of each of them. */
export function RepairTabs() {
	const t = useTexts(texts);
	return (
		<nav aria-label={t.pages} className={classes.tabs}>
			<ul>
				{TABS.map(({ path, name }) => (
					<li key={path}>
						<Link to={path} className={classes.tab ?? ''} activeProps={ACTIVE} activeOptions={{ exact: path === '/reparaturen' }}>
							{t.tab[name]}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
