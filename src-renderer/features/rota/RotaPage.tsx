import { Button, Checkbox, Skeleton } from '@mantine/core';
import { IconCopy, IconPrinter, IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { StaffSession } from '#renderer/features/offers/StaffSession.tsx';
import { useMayPlan } from '#renderer/features/offers/useMayPlan.ts';
import { useWeek } from '#renderer/features/schedule/use-week.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { DutyShift, RotaDay, SessionShift } from '#shared/features/rota/plan.ts';
import { addDays, type LocalDate, mondayOf } from '#shared/kernel/local-date.ts';
import { AssignDuty } from './AssignDuty.tsx';
import { copyLastWeek } from './changes.ts';
import { clashOf } from './clashes.ts';
import { DaySection } from './DaySection.tsx';
import classes from './Rota.module.css';
import { RotaSummary } from './RotaSummary.tsx';
import { texts } from './texts.ts';
import { useRota } from './use-rota.ts';
import { WeekSteps } from './WeekSteps.tsx';

type Doing = { readonly what: 'assign'; readonly shift: DutyShift } | { readonly what: 'staff'; readonly shift: SessionShift };

/** Who opens and closes, leads and helps, one week after the other, and where somebody is missing. */
export function RotaPage() {
	const t = useTexts(texts);
	const { acting } = useSession();
	const mayPlan = useMayPlan();
	const [day, setDay] = useStickyState<LocalDate>('rota.day', today());
	const [onlyOpen, setOnlyOpen] = useStickyState('rota.onlyOpen', false);
	/** What was changed stays in sight, although nobody is missing there any more. */
	const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
	const [doing, setDoing] = useState<Doing | null>(null);
	const monday = mondayOf(day);
	const week = useWeek(monday);
	const { days, now, error, retry } = useRota(monday, 7);
	const offers = useQuery({ ...api.offers.list.queryOptions(), enabled: doing?.what === 'staff' });
	const names = new Map(week.members.map(({ id, name }) => [id, name]));
	const copy = useMutation({
		mutationFn: () => copyLastWeek(monday, { done: t.copied, nothing: t.nothingToCopy }),
		onError: showError,
	});
	const isShown = ({ key, missing, awayIds, isOver }: DutyShift | SessionShift) =>
		!onlyOpen || missing > 0 || (awayIds.length > 0 && !isOver) || touched.has(key);
	const shown = days
		?.map((one): RotaDay => ({ ...one, duties: one.duties.filter(isShown), sessions: one.sessions.filter(isShown) }))
		.filter(({ duties, sessions, closedFor }, at) => {
			const isEmpty = duties.length === 0 && sessions.length === 0;
			return !isEmpty || (!onlyOpen && (at < 5 || closedFor !== null));
		});
	const offer = doing?.what === 'staff' ? offers.data?.find(({ id }) => id === doing.shift.session.offerId) : undefined;
	return (
		<Page>
			<PageHeader
				title={t.title}
				subtitle={t.subtitle}
				actions={
					<Button
						variant="default"
						leftSection={<IconPrinter size="1.25rem" aria-hidden />}
						renderRoot={(props) => <Link to="/dienstplan/drucken" search={{ ab: monday }} {...props} />}
					>
						{t.print}
					</Button>
				}
			/>
			<RotaSummary names={names} onGo={setDay} />
			<div className={classes.bar}>
				<WeekSteps monday={monday} onGo={setDay} />
				<div className={classes.choices}>
					<Checkbox
						label={t.onlyOpen}
						checked={onlyOpen}
						onChange={(event) => {
							setOnlyOpen(event.currentTarget.checked);
							setTouched(new Set());
						}}
					/>
					{mayPlan && addDays(monday, 6) >= now.day && (
						<Button
							variant="default"
							title={t.copyHint}
							leftSection={<IconCopy size="1.25rem" aria-hidden />}
							onClick={() => {
								if (!copy.isPending) copy.mutate();
							}}
						>
							{t.copy}
						</Button>
					)}
				</div>
			</div>
			<ErrorNotice
				error={error ?? week.error}
				onRetry={() => {
					retry();
					week.retry();
				}}
			/>
			{!days && !error && <Skeleton height={520} />}
			{shown?.length === 0 && (
				<EmptyState
					icon={<IconUserCheck />}
					title={t.allFilledTitle}
					action={
						<Button variant="default" onClick={() => setOnlyOpen(false)}>
							{t.showAll}
						</Button>
					}
				>
					{t.allFilled}
				</EmptyState>
			)}
			{shown?.map((one) => (
				<DaySection
					key={one.day}
					day={one}
					names={names}
					today={now.day}
					clashOf={(shift) => clashOf(shift, acting.id, week.blocks ?? [], week.absences)}
					onTouch={(key) => setTouched(new Set([...touched, key]))}
					onAssign={(shift) => setDoing({ what: 'assign', shift })}
					onStaff={(shift) => setDoing({ what: 'staff', shift })}
				/>
			))}
			{doing?.what === 'assign' && <AssignDuty shift={doing.shift} away={week.absences} onClose={() => setDoing(null)} />}
			{doing?.what === 'staff' && offer && (
				<StaffSession offer={offer} session={doing.shift.session} onClose={() => setDoing(null)} />
			)}
		</Page>
	);
}
