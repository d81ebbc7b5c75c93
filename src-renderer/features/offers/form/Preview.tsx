import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Overlap } from '#shared/features/offers/model.ts';
import { parseWallTime } from '#shared/kernel/berlin-time.ts';
import type { MemberId, OfferId, RoomId } from '#shared/kernel/ids.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import classes from './OfferForm.module.css';
import { type OfferValues, problemsOf, ruleOfValues } from './offer-values.ts';
import { texts } from './texts.ts';

const SESSIONS = 5;

interface Props {
	values: OfferValues;
	/** The offer that is changed; null: a new one. */
	offerId: OfferId | null;
	onTakeFirst(day: LocalDate): void;
}

/** What the plan gives, while it is typed: with what holidays take away, by name. */
export function Preview({ values, offerId, onTakeFirst }: Props) {
	const t = useTexts(texts);
	const title = useId();
	const problems = problemsOf(values);
	const isComplete = !(['firstOn', 'untilOn', 'from', 'until', 'order'] as const).some((problem) => problems.has(problem));
	const plan = isComplete
		? JSON.stringify({
				firstOn: values.firstOn,
				rule: ruleOfValues(values),
				from: parseWallTime(values.from),
				until: parseWallTime(values.until),
				skipsClosedDays: values.skipsClosedDays,
				roomId: values.roomId,
				leaders: values.leaders,
				offerId,
			})
		: null;
	const [asked] = useDebouncedValue(plan, 200);
	const input = JSON.parse(asked ?? 'null') as Input | null;
	const found = useQuery({
		...api.offers.preview.queryOptions({ input: { ...(input as Input), sessions: SESSIONS } }),
		enabled: input !== null,
		placeholderData: keepPreviousData,
	});
	const days = found.data?.days ?? [];
	const code = refusalCode(found.error);
	const next = code === 'OFF_RULE' ? (found.error as { data?: { next?: LocalDate | null } }).data?.next : undefined;
	return (
		<section className={classes.preview} aria-labelledby={title}>
			<h3 id={title} className={classes.previewTitle}>
				{t.preview}
			</h3>
			<div role="status">
				{plan === null || asked === null ? (
					<p className={classes.hint}>{t.previewWaits}</p>
				) : next ? (
					<>
						<p className={classes.why}>{t.offRule(formatLocalDate(next))}</p>
						<Button size="sm" variant="default" mt="xs" onClick={() => onTakeFirst(next)}>
							{t.takeNext(formatLocalDate(next))}
						</Button>
					</>
				) : next === null ? (
					<p className={classes.why}>{t.never2}</p>
				) : code === 'IMPOSSIBLE_TIME' ? (
					<p className={classes.why}>{t.previewTime}</p>
				) : found.error ? (
					<ErrorNotice error={found.error} />
				) : found.data && days.length === 0 ? (
					<p className={classes.hint}>{t.previewNone}</p>
				) : (
					<ul className={classes.previewed}>
						{days.map(({ day, closedFor, isSkipped }) => (
							<li key={day}>
								<span data-skipped={isSkipped || undefined}>
									{longDayOf(day)} {day.slice(0, 4)}
								</span>
								{closedFor !== null && (
									<span className={classes.why}>{isSkipped ? t.skipped(closedFor) : t.takesPlace(closedFor)}</span>
								)}
							</li>
						))}
					</ul>
				)}
				{isComplete && days.length > 0 && days.every(({ isSkipped }) => isSkipped) && (
					<p className={classes.why}>{t.allSkipped}</p>
				)}
				<Overlaps overlaps={isComplete ? (found.data?.overlaps ?? []) : []} />
			</div>
		</section>
	);
}

interface Input {
	readonly firstOn: LocalDate;
	readonly rule: ReturnType<typeof ruleOfValues>;
	readonly from: WallTime;
	readonly until: WallTime;
	readonly skipsClosedDays: boolean;
	readonly roomId: RoomId | null;
	readonly leaders: MemberId[];
	readonly offerId: OfferId | null;
}

/** What else takes the room or somebody who leads; nothing when nothing does. */
function Overlaps({ overlaps }: { overlaps: readonly Overlap[] }) {
	const t = useTexts(texts);
	if (overlaps.length === 0) return null;
	return (
		<>
			<p className={classes.why}>{t.overlaps}</p>
			<ul className={classes.previewed}>
				{overlaps.map(({ name, day, from, until, roomName, leaderNames }) => (
					<li key={`${name} ${day} ${from}`}>
						<span>{t.overlap(name, longDayOf(day), from, until)}</span>
						<span className={classes.why}>{[roomName, ...leaderNames].filter(Boolean).join(', ')}</span>
					</li>
				))}
			</ul>
		</>
	);
}
