import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFoundPage } from '#renderer/shell/NotFoundPage.tsx';
import { PageFailure } from '#renderer/shell/PageFailure.tsx';
import { Shell } from '#renderer/shell/Shell.tsx';

/**
 * All pages behind the sign-in, each fetched when it is first opened. Hash history, because the window is served from a
 * custom protocol without a server behind it.
 */
const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const today = createRoute({
	getParentRoute: () => root,
	path: '/',
	component: lazyRouteComponent(() => import('#renderer/features/today/TodayPage.tsx'), 'TodayPage'),
});
const people = createRoute({
	getParentRoute: () => root,
	path: '/personen',
	component: lazyRouteComponent(() => import('#renderer/features/people/PeopleListPage.tsx'), 'PeopleListPage'),
});
const personNew = createRoute({
	getParentRoute: () => root,
	path: '/personen/neu',
	component: lazyRouteComponent(() => import('#renderer/features/people/PersonNewPage.tsx'), 'PersonNewPage'),
});
const peopleImport = createRoute({
	getParentRoute: () => root,
	path: '/personen/import',
	component: lazyRouteComponent(() => import('#renderer/features/people/PeopleImportPage.tsx'), 'PeopleImportPage'),
});
const person = createRoute({
	getParentRoute: () => root,
	path: '/personen/$id',
	component: lazyRouteComponent(() => import('#renderer/features/people/PersonPage.tsx'), 'PersonPage'),
});
const cases = createRoute({
	getParentRoute: () => root,
	path: '/fallakten',
	component: lazyRouteComponent(() => import('#renderer/features/cases/CaseListPage.tsx'), 'CaseListPage'),
});
const caseNew = createRoute({
	getParentRoute: () => root,
	path: '/fallakten/neu',
	validateSearch: (search: Record<string, unknown>): { person?: string } =>
		typeof search.person === 'string' ? { person: search.person } : {},
	component: lazyRouteComponent(() => import('#renderer/features/cases/CaseNewPage.tsx'), 'CaseNewPage'),
});
const caseFile = createRoute({
	getParentRoute: () => root,
	path: '/fallakten/$id',
	component: lazyRouteComponent(() => import('#renderer/features/cases/CasePage.tsx'), 'CasePage'),
});
const share = createRoute({
	getParentRoute: () => root,
	path: '/sicherung',
	component: lazyRouteComponent(() => import('#renderer/features/share/SharePage.tsx'), 'SharePage'),
});
const settings = createRoute({
	getParentRoute: () => root,
	path: '/einstellungen',
	component: lazyRouteComponent(() => import('#renderer/features/site/SettingsPage.tsx'), 'SettingsPage'),
});
const recoveryKit = createRoute({
	getParentRoute: () => root,
	path: '/notfallblatt',
	component: lazyRouteComponent(() => import('#renderer/features/site/RecoveryKitPage.tsx'), 'RecoveryKitPage'),
});
const handbook = createRoute({
	getParentRoute: () => root,
	path: '/handbuch/$page',
	component: lazyRouteComponent(() => import('#renderer/features/handbook/HandbookPage.tsx'), 'HandbookPage'),
});

export const router = createRouter({
	routeTree: root.addChildren([
		today,
		people,
		personNew,
		peopleImport,
		person,
		cases,
		caseNew,
		caseFile,
		share,
		settings,
		recoveryKit,
		handbook,
	]),
	history: createHashHistory(),
	defaultErrorComponent: PageFailure,
	defaultPreload: 'intent',
	scrollRestoration: true,
	scrollToTopSelectors: ['#inhalt'],
});

declare module '@tanstack/react-router' {
	interface Register {
		router: typeof router;
	}
}
