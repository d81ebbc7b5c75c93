import { Alert } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { PeriodEnd, Taken } from '#shared/features/reservations/model.ts';
import type { BorrowerId, ItemId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { Conflicts } from './Conflicts.tsx';
import classes from './Dialog.module.css';
import { dialogTexts } from './texts.ts';

interface Period {
	readonly fromOn: LocalDate;
	readonly untilOn: LocalDate;
}
interface Checked {
	readonly from: PeriodEnd;
	readonly until: PeriodEnd;
	readonly conflicts: readonly Taken[];
}

/** What a reservation would meet; asked as soon as it is known what and when, and again whenever something changes. */
export function usePeriodCheck(
	itemId: ItemId | null,
	borrowerId: BorrowerId | null,
	period: Period | null,
): UseQueryResult<Checked> {
	const input = itemId === null || period === null ? null : { itemId, borrowerId, ...period };
	return useQuery({
		...api.reservations.check.queryOptions({
			input: input ?? { itemId: '' as ItemId, borrowerId: null, fromOn: '' as LocalDate, untilOn: '' as LocalDate },
		}),
		enabled: input !== null,
	});
}

/** Said while somebody types: closed days that move an end, and what stands against it or that nothing does. */
export function PeriodPreview({ check: { data, error, isEnabled } }: { check: UseQueryResult<Checked> }) {
	const t = useTexts(dialogTexts);
	const moved = (end: 'from' | 'until', { asked, day, closedFor }: PeriodEnd) => {
		if (asked === day) return null;
		const askedWords = closedFor === null ? longDayOf(asked) : t.closedFor(longDayOf(asked), closedFor);
		return <p>{t.moved[end](askedWords, longDayOf(day))}</p>;
	};
	const isMoved = data && (data.from.asked !== data.from.day || data.until.asked !== data.until.day);
	return (
		<div className={classes.said} role="status">
			{isEnabled && error && refusalCode(error) === 'IMPOSSIBLE_DATE' && <Alert color="brick">{t.impossible}</Alert>}
			{isEnabled && error && refusalCode(error) !== 'IMPOSSIBLE_DATE' && <ErrorNotice error={error} />}
			{isEnabled && isMoved && (
				<Alert color="petrol" p="sm">
					{moved('from', data.from)}
					{moved('until', data.until)}
				</Alert>
			)}
			{isEnabled && data && data.conflicts.length > 0 && <Conflicts conflicts={data.conflicts} />}
			{isEnabled && data?.conflicts.length === 0 && (
				<p className={classes.free}>
					<IconCircleCheck size="1.25rem" aria-hidden />
					{t.free}
				</p>
			)}
		</div>
	);
}
