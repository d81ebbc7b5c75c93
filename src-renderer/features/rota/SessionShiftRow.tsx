import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useMayPlan } from '#renderer/features/offers/useMayPlan.ts';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { SessionShift } from '#shared/features/rota/plan.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { helpIn } from './changes.ts';
import type { Clash } from './clashes.ts';
import { AwayMarks, MissingMark, type Names, namesOf } from './Marks.tsx';
import classes from './Rota.module.css';
import { texts } from './texts.ts';

interface Props {
	shift: SessionShift;
	names: Names;
	today: LocalDate;
	/** What whoever sits here has to be told before they say that they help. */
	clash: Clash | null;
	onTouch(key: string): void;
	onStaff(): void;
}

/** One session: who leads, who helps, and whether somebody is missing. */
export function SessionShiftRow({ shift, names, today, clash, onTouch, onStaff }: Props) {
	const t = useTexts(texts);
	const { acting } = useSession();
	const mayPlan = useMayPlan();
	const clashId = useId();
	const { key, day, session, awayIds, missing, isOver } = shift;
	const { offerId, name, from, until, roomName, place, leaders, helpers, helpersWanted } = session;
	const isHelping = helpers.includes(acting.id);
	const about = (what: string) => t.on(what, name, longDayOf(day));
	const save = useMutation({
		mutationFn: () => helpIn(session, !isHelping, (isHelping ? t.notHelping : t.helping)(name, longDayOf(day))),
		onError: showError,
	});
	const mayHelp = !isOver && (isHelping || (missing > 0 && !leaders.includes(acting.id)));
	const clashWords = clash && (clash.why === 'session' ? t.clash.session(clash.name) : t.clash[clash.why]);
	return (
		<li className={classes.row} data-over={isOver || undefined}>
			<span className={classes.time}>
				{from}–{until}
			</span>
			<span className={classes.what}>
				<Link to="/angebote/$id" params={{ id: offerId }} className={classes.name ?? ''}>
					{name}
				</Link>
				<span className={classes.quiet}>{roomName ?? place}</span>
			</span>
			<span className={classes.people}>
				<AwayMarks ids={awayIds} names={names} />
				<span>
					<span className={classes.quiet}>{t.leaders}:</span> {namesOf(leaders, names) || t.nobody}
				</span>
				{(helpersWanted > 0 || helpers.length > 0) && (
					<span>
						<span className={classes.quiet}>{t.helpers}:</span> {namesOf(helpers, names) || t.nobody}
					</span>
				)}
				<MissingMark count={missing} />
			</span>
			<span className={classes.actions}>
				{mayHelp && (
					<Button
						size="sm"
						variant={isHelping ? 'default' : 'light'}
						aria-label={about(isHelping ? t.notAfterAll : t.help)}
						aria-describedby={!isHelping && clashWords ? clashId : undefined}
						onClick={() => {
							onTouch(key);
							// Not disabled meanwhile, which would take the focus away.
							if (!save.isPending) save.mutate();
						}}
					>
						{isHelping ? t.notAfterAll : t.help}
					</Button>
				)}
				{mayPlan && day >= today && (
					<Button
						size="sm"
						variant="default"
						aria-label={about(t.assign)}
						onClick={() => {
							onTouch(key);
							onStaff();
						}}
					>
						{t.assign}
					</Button>
				)}
				{mayHelp && !isHelping && clashWords && (
					<span id={clashId} className={classes.clash}>
						{clashWords}
					</span>
				)}
			</span>
		</li>
	);
}
