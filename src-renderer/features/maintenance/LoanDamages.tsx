import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { LoanId } from '#shared/kernel/ids.ts';
import { DamageRows, useDamagesOf } from './DamageRows.tsx';
import { texts } from './texts.ts';

/** What came back broken or incomplete of a loan; nothing where nothing did. */
export function LoanDamages({ loanId }: { loanId: LoanId }) {
	const t = useTexts(texts);
	const of = { itemId: null, loanId };
	const found = useDamagesOf(of);
	if (!found.data || found.data.total === 0) return null;
	return (
		<Section title={t.damages}>
			<DamageRows of={of} />
		</Section>
	);
}
