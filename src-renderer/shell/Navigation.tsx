import { VisuallyHidden } from '@mantine/core';
import {
	IconArrowsSplit2,
	IconBook2,
	IconBuildingCommunity,
	IconCalendarEvent,
	IconCalendarHeart,
	IconCalendarOff,
	IconCalendarUser,
	IconCalendarWeek,
	IconDatabaseShare,
	IconDeviceDesktop,
	IconDoorEnter,
	IconEraser,
	IconFolders,
	IconHammer,
	IconHome,
	IconListSearch,
	IconSettings,
	IconTool,
	IconTransfer,
	IconUsers,
	IconUsersGroup,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { texts as decisionTexts } from '#renderer/features/decisions/texts.ts';
import { useOpenDecisions } from '#renderer/features/decisions/useOpenDecisions.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { isThereFor } from '#renderer/shell/places.ts';
import mark from './kontor.svg';
import classes from './Navigation.module.css';
import { texts } from './texts.ts';

/** People for those who read the case files, borrowers for those who coordinate. */
const PRIVACY = ['/datenschutz/loeschen', '/datenschutz/entleihende'] as const;

/** The areas this member may use. The others do not exist for them. */
export function Navigation() {
	const t = useTexts(texts);
	const session = useSession();
	const { profile, member } = session;
	const { pathname } = useLocation();
	const reading = pathname.startsWith('/handbuch');
	const privacy = PRIVACY.find((path) => isThereFor(path, session));
	return (
		<nav className={classes.nav} aria-label={t.areas}>
			<div className={classes.brand}>
				<img src={mark} alt="" width={36} height={36} />
				<div className={classes.names}>
					<span className={classes.site}>{profile.name}</span>
					<span className={classes.organisation}>{withoutBreaks(profile.organisation)}</span>
				</div>
			</div>
			<ul className={classes.areas}>
				<Area to="/" icon={IconHome} label={t.today} />
				<Area to="/woche" icon={IconCalendarWeek} label={t.week} />
				<Area to="/dienstplan" icon={IconCalendarUser} label={t.rota} />
				{isThereFor('/personen', session) && <Area to="/personen" also="/unternehmen" icon={IconUsers} label={t.people} />}
				{isThereFor('/fallakten', session) && <Area to="/fallakten" icon={IconFolders} label={t.cases} />}
				<Area to="/angebote" icon={IconCalendarHeart} label={t.offers} />
				{isThereFor('/haus', session) && <Area to="/haus" icon={IconDoorEnter} label={t.house} />}
				<Area to="/partner" icon={IconBuildingCommunity} label={t.partners} />
				{isThereFor('/termine', session) && <Area to="/termine" icon={IconCalendarEvent} label={t.appointments} />}
				{isThereFor('/ausleihe', session) && <Area to="/ausleihe" icon={IconTransfer} label={t.lending} />}
				{isThereFor('/inventar', session) && <Area to="/inventar" icon={IconTool} label={t.inventory} />}
				{isThereFor('/reparaturen', session) && (
					<Area to="/reparaturen" also="/reparaturdaten" icon={IconHammer} label={t.repairs} />
				)}
				<Area to="/abwesenheiten" icon={IconCalendarOff} label={t.absences} />
			</ul>
			{member.roles.includes('administrator') && (
				<div className={classes.group}>
					<h2 className={classes.groupName} id="navigation-verwaltung">
						{t.administration}
					</h2>
					<ul className={classes.areas} aria-labelledby="navigation-verwaltung">
						<Area to="/mitarbeitende" icon={IconUsersGroup} label={t.members} />
						<Area to="/geraete" icon={IconDeviceDesktop} label={t.devices} />
						<Area to="/zugriffsprotokoll" icon={IconListSearch} label={t.accessLog} />
					</ul>
				</div>
			)}
			<ul className={classes.foot}>
				<Decisions isShown={pathname.startsWith('/zusammenfuehrung')} />
				{privacy && <Area to={privacy} also="/datenschutz" icon={IconEraser} label={t.privacy} />}
				<Area to="/sicherung" icon={IconDatabaseShare} label={t.share} />
				<Area to="/einstellungen" icon={IconSettings} label={t.settings} />
				<li>
					<Link
						to="/handbuch/$page"
						params={{ page: 'start' }}
						className={classes.link ?? ''}
						data-active={reading || undefined}
						aria-current={reading ? 'page' : undefined}
					>
						<IconBook2 size="1.375rem" stroke={1.6} aria-hidden />
						<span>{t.handbook}</span>
						<kbd className={classes.key}>F1</kbd>
					</Link>
				</li>
			</ul>
		</nav>
	);
}

interface AreaProps {
	to:
		| '/'
		| '/woche'
		| '/dienstplan'
		| '/personen'
		| '/fallakten'
		| '/termine'
		| '/abwesenheiten'
		| '/ausleihe'
		| '/inventar'
		| '/reparaturen'
		| '/angebote'
		| '/haus'
		| '/partner'
		| '/zusammenfuehrung'
		| '/sicherung'
		| '/datenschutz/loeschen'
		| '/datenschutz/entleihende'
		| '/einstellungen'
		| '/mitarbeitende'
		| '/geraete'
		| '/zugriffsprotokoll';
	/** Pages that belong to it under another path. */
	also?: string;
	icon: typeof IconHome;
	label: string;
	/** How much waits there, and that in words. */
	count?: { number: number; words: string };
}

/** Only while there is something to decide. */
function Decisions({ isShown }: { isShown: boolean }) {
	const t = useTexts(texts);
	const words = useTexts(decisionTexts);
	const { fields, doubles } = useOpenDecisions();
	const number = fields + doubles;
	if (number === 0 && !isShown) return null;
	return (
		<Area
			to="/zusammenfuehrung"
			icon={IconArrowsSplit2}
			label={t.decisions}
			{...(number > 0 && { count: { number, words: words.inNavigation(number) } })}
		/>
	);
}

const ACTIVE = { 'data-active': true, 'aria-current': 'page' } as const;

function Area({ to, also, icon: Icon, label, count }: AreaProps) {
	const { pathname } = useLocation();
	return (
		<li>
			<Link
				to={to}
				className={classes.link ?? ''}
				{...(also !== undefined && pathname.startsWith(also) && ACTIVE)}
				activeProps={ACTIVE}
				activeOptions={{ exact: to === '/' }}
			>
				<Icon size="1.375rem" stroke={1.6} aria-hidden />
				<span>{label}</span>
				{count && (
					<span className={classes.count} title={count.words}>
						<VisuallyHidden>{count.words}</VisuallyHidden>
						<span aria-hidden>{count.number}</span>
					</span>
				)}
			</Link>
		</li>
	);
}

/** `e. V.` and `g. GmbH` stay on one line. */
const withoutBreaks = (name: string) => name.replace(/(?<=\b\p{L}\.) (?=\p{L})/gu, '\u00a0');
