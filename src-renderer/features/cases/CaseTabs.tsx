import { Link } from '@tanstack/react-router';
import { defineTexts, useTexts } from '#renderer/i18n/texts.ts';
import tabs from '#renderer/ui/PageTabs.module.css';
import type { CaseId } from '#shared/kernel/ids.ts';

/** The pages of a case file. */
const TABS = [
	{ path: '/fallakten/$id', name: 'overview' },
	{ path: '/fallakten/$id/ziele', name: 'goals' },
	{ path: '/fallakten/$id/weitergabe', name: 'passingOn' },
	{ path: '/fallakten/$id/unterlagen', name: 'documents' },
	{ path: '/fallakten/$id/schreiben', name: 'letters' },
	{ path: '/fallakten/$id/bewerbungen', name: 'applications' },
	{ path: '/fallakten/$id/foerderung', name: 'funding' },
	{ path: '/fallakten/$id/abschluss', name: 'closing' },
] as const;

const tabTexts = defineTexts({
	de: {
		pages: 'Seiten der Fallakte',
		overview: 'Überblick',
		goals: 'Ziele',
		passingOn: 'Weitergabe',
		documents: 'Unterlagen',
		letters: 'Schriftverkehr',
		applications: 'Bewerbungen',
		funding: 'Förderdaten',
		closing: 'Abschluss',
	},
	en: {
		pages: 'Pages of the case file',
		overview: 'Overview',
		goals: 'Goals',
		passingOn: 'Passing on',
		documents: 'Documents',
		letters: 'Letters',
		applications: 'Applications',
		funding: 'Funder data',
		closing: 'Closing',
	},
});

/** What is asked of people alone. */
const OF_PEOPLE: readonly string[] = ['applications', 'funding'];

export function CaseTabs({ caseId, isBusiness }: { caseId: CaseId; isBusiness: boolean }) {
	const t = useTexts(tabTexts);
	return (
		<nav aria-label={t.pages} className={tabs.tabs}>
			<ul>
				{TABS.filter(({ name }) => !isBusiness || !OF_PEOPLE.includes(name)).map(({ path, name }) => (
					<li key={path}>
						<Link
							to={path}
							params={{ id: caseId }}
							className={tabs.tab ?? ''}
							activeProps={{ 'data-active': true, 'aria-current': 'page' }}
							activeOptions={{ exact: path === '/fallakten/$id' }}
						>
							{t[name]}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
