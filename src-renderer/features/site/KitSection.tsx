import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { texts } from './kit-texts.ts';
import { RenewKit } from './RenewKit.tsx';
import classes from './SettingsPage.module.css';

/** Whether there is a recovery kit that counts; administrators finish or renew it. */
export function KitSection() {
	const t = useTexts(texts);
	const { kitPending, member } = useSession();
	const administrator = member.roles.includes('administrator');
	const members = useQuery({ ...api.members.overview.queryOptions(), enabled: administrator });
	const [renewing, { open, close }] = useDisclosure(false);
	return (
		<Section title={t.section} description={t.what}>
			<p className={classes.words}>
				{kitPending ? t.pending : members.data === undefined ? t.done : t.since(formatDay(members.data.kitSince))}{' '}
				{kitPending && !administrator && t.finishedByAdmin}
			</p>
			{administrator && (
				<div>
					{kitPending ? (
						<Button renderRoot={(props) => <Link to="/notfallblatt" {...props} />}>{t.finish}</Button>
					) : (
						<Button variant="default" onClick={open}>
							{t.renew}
						</Button>
					)}
				</div>
			)}
			{renewing && <RenewKit onClose={close} />}
		</Section>
	);
}
