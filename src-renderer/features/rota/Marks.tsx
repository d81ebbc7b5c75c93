import { IconAlertTriangle, IconUserPlus } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import classes from './Rota.module.css';
import { texts } from './texts.ts';

export type Names = ReadonlyMap<MemberId, string>;

/** In the order given; who cannot be named is left out. */
export const namesOf = (ids: readonly MemberId[], names: Names): string => ids.flatMap((id) => names.get(id) ?? []).join(', ');

/** Who is in the plan and not there: the first thing to see. */
export function AwayMarks({ ids, names }: { ids: readonly MemberId[]; names: Names }) {
	const t = useTexts(texts);
	return ids.map((id) => (
		<span key={id} className={classes.away}>
			<IconAlertTriangle size="1.125rem" aria-hidden />
			{t.away(names.get(id) ?? '–')}
		</span>
	));
}

/** Said in words and by a sign, not by a colour alone. Nothing where nobody is missing. */
export function MissingMark({ count, words }: { count: number; words?: string }) {
	const t = useTexts(texts);
	if (count === 0) return null;
	return (
		<span className={classes.missing}>
			<IconUserPlus size="1.125rem" aria-hidden />
			{words ?? t.missing(count)}
		</span>
	);
}
