import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from '#renderer/ui/PageTabs.module.css';
import { texts } from './texts.ts';

const ACTIVE = { 'data-active': true, 'aria-current': 'page' } as const;

export function HouseTabs() {
	const t = useTexts(texts);
	return (
		<nav aria-label={t.pages} className={classes.tabs}>
			<ul>
				<li>
					<Link to="/haus" className={classes.tab ?? ''} activeProps={ACTIVE} activeOptions={{ exact: true }}>
						{t.tabToday}
					</Link>
				</li>
				<li>
					<Link to="/haus/zahlen" className={classes.tab ?? ''} activeProps={ACTIVE}>
						{t.tabFigures}
					</Link>
				</li>
				<li>
					<Link to="/haus/informationsblatt" className={classes.tab ?? ''} activeProps={ACTIVE}>
						{t.tabSheet}
					</Link>
				</li>
			</ul>
		</nav>
	);
}
