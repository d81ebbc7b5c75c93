import { Link } from '@tanstack/react-router';
import { defineTexts, useTexts } from '#renderer/i18n/texts.ts';
import classes from '#renderer/ui/PageTabs.module.css';

/** The pages of the area Inventar. */
const TABS = [
	{ path: '/inventar', name: 'items' },
	{ path: '/inventar/schaeden', name: 'damages' },
	{ path: '/inventar/pruefungen', name: 'tests' },
	{ path: '/inventar/inventur', name: 'stocktake' },
] as const;

const tabTexts = defineTexts({
	de: {
		pages: 'Seiten des Inventars',
		items: 'Bestand',
		damages: 'Schäden',
		tests: 'Elektroprüfungen',
		stocktake: 'Inventur',
	},
	en: {
		pages: 'Pages of the inventory',
		items: 'Stock',
		damages: 'Damage',
		tests: 'Electrical tests',
		stocktake: 'Stocktake',
	},
});

/** The way between the pages of the inventory; stands above the heading of each of them. */
export function InventoryTabs() {
	const t = useTexts(tabTexts);
	return (
		<nav aria-label={t.pages} className={classes.tabs}>
			<ul>
				{TABS.map(({ path, name }) => (
					<li key={path}>
						<Link
							to={path}
							className={classes.tab ?? ''}
							activeProps={{ 'data-active': true, 'aria-current': 'page' }}
							activeOptions={{ exact: path === '/inventar' }}
						>
							{t[name]}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
