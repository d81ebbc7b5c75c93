import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { isThereFor } from '#renderer/shell/places.ts';
import classes from '#renderer/ui/PageTabs.module.css';
import { words } from './words.ts';

const TABS = [
	{ path: '/reparaturdaten', name: 'figures' },
	{ path: '/reparaturdaten/plakat', name: 'poster' },
	{ path: '/reparaturdaten/einlesen', name: 'import' },
	{ path: '/reparaturdaten/ausgeben', name: 'export' },
] as const;

const ACTIVE = { 'data-active': true, 'aria-current': 'page' } as const;

/** The way between the pages of the repair data; stands above the heading of each of them. */
export function OpenRepairTabs() {
	const t = useTexts(words);
	const session = useSession();
	return (
		<nav aria-label={t.pages} className={classes.tabs}>
			<ul>
				<li>
					<Link to="/reparaturen" className={classes.tab ?? ''}>
						<IconArrowLeft size="1rem" aria-hidden /> {t.back}
					</Link>
				</li>
				{TABS.filter(({ path }) => isThereFor(path, session)).map(({ path, name }) => (
					<li key={path}>
						<Link
							to={path}
							className={classes.tab ?? ''}
							activeProps={ACTIVE}
							activeOptions={{ exact: path === '/reparaturdaten' }}
						>
							{t.tab[name]}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
