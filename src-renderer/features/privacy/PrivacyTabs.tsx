import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { isThereFor } from '#renderer/shell/places.ts';
import classes from '#renderer/ui/PageTabs.module.css';
import { texts } from './texts.ts';

const TABS = [
	{ path: '/datenschutz/loeschen', name: 'people' },
	{ path: '/datenschutz/entleihende', name: 'borrowers' },
] as const;

/** Between people and borrowers, for whoever sees to both. */
export function PrivacyTabs() {
	const t = useTexts(texts);
	const session = useSession();
	const there = TABS.filter(({ path }) => isThereFor(path, session));
	if (there.length < 2) return null;
	return (
		<nav aria-label={t.tabs} className={classes.tabs}>
			<ul>
				{there.map(({ path, name }) => (
					<li key={path}>
						<Link to={path} className={classes.tab ?? ''} activeProps={{ 'data-active': true, 'aria-current': 'page' }}>
							{t[name]}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
