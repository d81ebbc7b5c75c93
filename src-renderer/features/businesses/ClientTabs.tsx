import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import tabs from '#renderer/ui/PageTabs.module.css';
import { texts } from './texts.ts';

/** Whom the office counsels: people, and businesses. */
const TABS = [
	{ path: '/personen', name: 'people' },
	{ path: '/unternehmen', name: 'businesses' },
] as const;

export function ClientTabs() {
	const t = useTexts(texts);
	return (
		<nav aria-label={t.tabs} className={tabs.tabs}>
			<ul>
				{TABS.map(({ path, name }) => (
					<li key={path}>
						<Link
							to={path}
							className={tabs.tab ?? ''}
							activeProps={{ 'data-active': true, 'aria-current': 'page' }}
							activeOptions={{ exact: true }}
						>
							{t[name]}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
