import { Button } from '@mantine/core';
import { IconCoffee, IconFileText, IconHourglass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DueApplications } from '#renderer/features/applications/DueApplications.tsx';
import { MyAppointments } from '#renderer/features/appointments/MyAppointments.tsx';
import { MyActions } from '#renderer/features/goals/MyActions.tsx';
import { AccessRequests } from '#renderer/features/members/AccessRequests.tsx';
import { firstNameOf } from '#renderer/features/members/first-name.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { ReferralReminders } from '#renderer/features/referrals/ReferralReminders.tsx';
import { MyShifts } from '#renderer/features/rota/MyShifts.tsx';
import { formatLongDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { useNow } from '#renderer/ui/useNow.ts';
import { BackupHint } from './BackupHint.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import { Lending } from './Lending.tsx';
import { MyCases } from './MyCases.tsx';
import { MyTodos } from './MyTodos.tsx';
import { Pickups } from './Pickups.tsx';
import { Repairs } from './Repairs.tsx';
import { SecondAdministrator } from './SecondAdministrator.tsx';
import classes from './TodayPage.module.css';
import { texts } from './texts.ts';
import { Waiting } from './Waiting.tsx';
import { Workshop } from './Workshop.tsx';

/** The day: what is to be done, for whom, and what waits for a decision. */
export function TodayPage() {
	const t = useTexts(texts);
	const { acting, awaited, vaults } = useSession();
	const now = useNow(60_000);
	const hour = new Date(now).getHours();
	const hello = hour < 11 ? t.morning : hour < 18 ? t.day : t.evening;
	const counselling = vaults.includes('counselling');
	const awaitsCases = awaited.find(({ vault }) => vault === 'counselling');
	const empty = awaitsCases
		? awaitsCases.why === 'kit'
			? { icon: <IconFileText />, title: t.kitOnlyTitle, body: t.kitOnlyBody }
			: { icon: <IconHourglass />, title: t.awaitedTitle, body: t.awaitedBody }
		: { icon: <IconCoffee />, title: t.noCounsellingTitle, body: t.noCounsellingBody };
	return (
		<Page width="wide">
			<PageHeader title={t.greeting(hello, firstNameOf(acting.name))} subtitle={formatLongDay(now)} />
			<ClosedNotice />
			<Waiting />
			<AccessRequests />
			<div className={classes.columns}>
				{counselling ? (
					<>
						<MyAppointments />
						<div className={classes.stack}>
							<MyShifts />
							<ReferralReminders />
							<MyTodos />
							<MyActions />
							<DueApplications />
						</div>
						<MyCases />
					</>
				) : vaults.includes('workshop') && !awaitsCases ? (
					<>
						<div className={classes.stack}>
							<Repairs />
							<Lending />
							<Pickups />
						</div>
						<div className={classes.stack}>
							<MyShifts />
							<Workshop />
						</div>
					</>
				) : (
					<EmptyState
						icon={empty.icon}
						title={empty.title}
						action={
							<Button
								variant="default"
								renderRoot={(props) => <Link to="/handbuch/$page" params={{ page: 'start' }} {...props} />}
							>
								{t.toHandbook}
							</Button>
						}
					>
						{empty.body}
					</EmptyState>
				)}
			</div>
			<SecondAdministrator />
			<BackupHint />
		</Page>
	);
}
