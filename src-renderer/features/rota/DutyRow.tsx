import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSession } from '#renderer/features/members/session.ts';
import { useMayPlan } from '#renderer/features/offers/useMayPlan.ts';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { DutyShift } from '#shared/features/rota/plan.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { changeDuties } from './changes.ts';
import { AwayMarks, MissingMark, type Names, namesOf } from './Marks.tsx';
import classes from './Rota.module.css';
import { texts } from './texts.ts';

interface Props {
	shift: DutyShift;
	names: Names;
	today: LocalDate;
	/** Something is about to be changed here. */
	onTouch(key: string): void;
	onAssign(): void;
}

/** Opening or closing the house on one day. */
export function DutyRow({ shift, names, today, onTouch, onAssign }: Props) {
	const t = useTexts(texts);
	const { acting } = useSession();
	const mayPlan = useMayPlan();
	const { key, day, kind, time, memberIds, awayIds, missing, isOver } = shift;
	const isMine = memberIds.includes(acting.id);
	const about = (what: string) => t.on(what, t.duty[kind], longDayOf(day));
	const save = useMutation({
		mutationFn: () => {
			const own = [{ day, kind, memberId: acting.id }];
			const change = isMine ? { come: [], leave: own } : { come: own, leave: [] };
			return changeDuties(change, (isMine ? t.dutyLeft : t.dutyTaken)(t.duty[kind], longDayOf(day)));
		},
		onError: showError,
	});
	const there = memberIds.filter((id) => !awayIds.includes(id));
	return (
		<li className={classes.row} data-over={isOver || undefined}>
			<span className={classes.time}>{time}</span>
			<span className={classes.what}>{t.duty[kind]}</span>
			<span className={classes.people}>
				<AwayMarks ids={awayIds} names={names} />
				{there.length > 0 && <span>{namesOf(there, names)}</span>}
				{isOver && memberIds.length === 0 && <span className={classes.quiet}>{t.nobodyOnDuty}</span>}
				<MissingMark count={missing} words={t.nobodyOnDuty} />
			</span>
			<span className={classes.actions}>
				{!isOver && (
					<Button
						size="sm"
						variant={isMine || missing === 0 ? 'default' : 'light'}
						aria-label={about(isMine ? t.notAfterAll : t.doDuty[kind])}
						onClick={() => {
							onTouch(key);
							// Not disabled meanwhile, which would take the focus away.
							if (!save.isPending) save.mutate();
						}}
					>
						{isMine ? t.notAfterAll : t.doDuty[kind]}
					</Button>
				)}
				{mayPlan && day >= today && (
					<Button
						size="sm"
						variant="default"
						aria-label={about(t.assign)}
						onClick={() => {
							onTouch(key);
							onAssign();
						}}
					>
						{t.assign}
					</Button>
				)}
			</span>
		</li>
	);
}
