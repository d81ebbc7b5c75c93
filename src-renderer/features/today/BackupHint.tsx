import { IconCloudUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import classes from './TodayPage.module.css';
import { texts } from './texts.ts';

/** To whoever looks after the backup: the last drill went wrong, or the second copy is old. */
export function BackupHint() {
	const t = useTexts(texts);
	const { member } = useSession();
	const isAdministrator = member.roles.includes('administrator');
	const care = useQuery({ ...api.share.care.queryOptions(), enabled: isAdministrator });
	if (!isAdministrator || !care.data) return null;
	const { reports, needsSecondCopy } = care.data;
	const hasFailed = reports.find(({ what }) => what === 'drill')?.isFine === false;
	if (!hasFailed && !needsSecondCopy) return null;
	return (
		<aside className={classes.hint}>
			<IconCloudUp size="1.25rem" stroke={1.6} aria-hidden />
			<span>
				<strong>{hasFailed ? t.drillFailed : t.secondCopyDue}.</strong> <Link to="/sicherung">{t.toBackup}</Link>
			</span>
		</aside>
	);
}
