import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { FinalLetter } from '#shared/features/letters/model.ts';
import type { LetterId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

/** Who wrote what in a letter, and who finished it. */
export function LetterHistory(props: { id: LetterId; opened: boolean; onClose(): void }) {
	const t = useTexts(texts);
	const { address, day, subject, body } = t;
	return (
		<HistoryDrawer
			table="letter"
			{...props}
			fieldNames={{ address, day, subject, body, final: t.finishedLabel }}
			formatValue={(field, value) => {
				if (field !== 'final') return undefined;
				const { data: final } = FinalLetter.safeParse(value);
				return final && formatInstant(final.at);
			}}
		/>
	);
}
