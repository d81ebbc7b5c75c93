import { Button } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { formatLongDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { useNow } from '#renderer/ui/useNow.ts';
import { MyCases } from './MyCases.tsx';
import { MyTodos } from './MyTodos.tsx';
import classes from './TodayPage.module.css';
import { texts } from './texts.ts';
import { Waiting } from './Waiting.tsx';

/** The day: what is to be done, for whom, and what waits for a decision. */
export function TodayPage() {
	const t = useTexts(texts);
	const { member, vaults } = useSession();
	const now = useNow(60_000);
	const hour = new Date(now).getHours();
	const hello = hour < 11 ? t.morning : hour < 18 ? t.day : t.evening;
	const counselling = vaults.includes('counselling');
	return (
		<Page width="wide">
			<PageHeader title={t.greeting(hello, firstNameOf(member.name))} subtitle={formatLongDay(now)} />
			<Waiting />
			<div className={classes.columns}>
				{counselling ? (
					<>
						<MyTodos />
						<MyCases />
					</>
				) : (
					<EmptyState
						icon={<IconCoffee />}
						title={t.noCounsellingTitle}
						action={
							<Button
								variant="default"
								renderRoot={(props) => <Link to="/handbuch/$page" params={{ page: 'start' }} {...props} />}
							>
								{t.toHandbook}
							</Button>
						}
					>
						{t.noCounsellingBody}
					</EmptyState>
				)}
			</div>
		</Page>
	);
}

function firstNameOf(name: string): string {
	return name.split(/\s+/)[0] ?? name;
}
