import { IconUsersPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from './TodayPage.module.css';
import { texts } from './texts.ts';

/** A quiet word to the only administrator: the day they are ill, nobody can let anybody in. */
export function SecondAdministrator() {
	const t = useTexts(texts);
	const { administrators, isSample, member } = useSession();
	if (isSample || administrators > 1 || !member.roles.includes('administrator')) return null;
	return (
		<aside className={classes.hint}>
			<IconUsersPlus size="1.25rem" stroke={1.6} aria-hidden />
			<span>
				<strong>{t.secondTitle}.</strong> {t.secondBody} <Link to="/mitarbeitende">{t.secondLink}</Link>
			</span>
		</aside>
	);
}
