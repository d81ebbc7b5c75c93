import { Link } from '@tanstack/react-router';
import { defineTexts, useTexts } from '#renderer/i18n/texts.ts';
import tabs from '#renderer/ui/PageTabs.module.css';
import type { CaseId } from '#shared/kernel/ids.ts';

/** The pages of a case file. */
const TABS = [
	{ path: '/fallakten/$id', name: 'overview' },
	{ path: '/fallakten/$id/foerderung', name: 'funding' },
] as const;

const tabTexts = defineTexts({
	de: { pages: 'Seiten der Fallakte', overview: 'Überblick', funding: 'Förderdaten' },
	en: { pages: 'Pages of the case file', overview: 'Overview', funding: 'Funder data' },
});

export function CaseTabs({ caseId }: { caseId: CaseId }) {
	const t = useTexts(tabTexts);
	return (
		<nav aria-label={t.pages} className={tabs.tabs}>
			<ul>
				{TABS.map(({ path, name }) => (
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
