import { IconBook2, IconDatabaseShare, IconFolders, IconHome, IconSettings, IconUsers } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import mark from './kontor.svg';
import classes from './Navigation.module.css';
import { texts } from './texts.ts';

/** The areas this member may use. The others do not exist for them. */
export function Navigation() {
	const t = useTexts(texts);
	const { vaults, profile } = useSession();
	const { pathname } = useLocation();
	const reading = pathname.startsWith('/handbuch');
	const counselling = vaults.includes('counselling');
	return (
		<nav className={classes.nav} aria-label={t.areas}>
			<div className={classes.brand}>
				<img src={mark} alt="" width={36} height={36} />
				<div className={classes.names}>
					<span className={classes.site}>{profile.name}</span>
					<span className={classes.organisation}>{profile.organisation}</span>
				</div>
			</div>
			<ul className={classes.areas}>
				<Area to="/" icon={IconHome} label={t.today} />
				{counselling && <Area to="/personen" icon={IconUsers} label={t.people} />}
				{counselling && <Area to="/fallakten" icon={IconFolders} label={t.cases} />}
			</ul>
			<ul className={classes.foot}>
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
	to: '/' | '/personen' | '/fallakten' | '/sicherung' | '/einstellungen';
	icon: typeof IconHome;
	label: string;
}

function Area({ to, icon: Icon, label }: AreaProps) {
	return (
		<li>
			<Link
				to={to}
				className={classes.link ?? ''}
				activeProps={{ 'data-active': true, 'aria-current': 'page' }}
				activeOptions={{ exact: to === '/' }}
			>
				<Icon size="1.375rem" stroke={1.6} aria-hidden />
				<span>{label}</span>
			</Link>
		</li>
	);
}
