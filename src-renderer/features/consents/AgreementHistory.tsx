import { languageName } from '#renderer/features/people/placeNames.ts';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { ReleaseTopic } from '#shared/features/consents/model.ts';
import type { ConsentId, ReleaseId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';
import { useRecipientName } from './useRecipientName.ts';

interface Props {
	of: { table: 'consent'; id: ConsentId } | { table: 'confidentiality_release'; id: ReleaseId };
	opened: boolean;
	onClose(): void;
}

/** Who entered, withdrew or changed a consent or a release, and when. */
export function AgreementHistory({ of, ...rest }: Props) {
	const t = useTexts(texts);
	const screen = useLanguage();
	const nameOf = useRecipientName(rest.opened);
	const { decision, decidedOn, withdrawnOn, form, language, evidence, textVersion } = t;
	const { recipient, topics, givenOn, validFrom, validUntil } = t;
	const both = { withdrawnOn, form, language, evidence, textVersion };
	return (
		<HistoryDrawer
			{...of}
			{...rest}
			fieldNames={
				of.table === 'consent'
					? { purpose: t.purposes, decision, decidedOn, ...both }
					: { recipient, topics, purpose: t.releasePurpose, givenOn, validFrom, validUntil, ...both }
			}
			formatValue={(field, value) => {
				if (field === 'recipient') return nameOf(value);
				if (field === 'topics' && Array.isArray(value)) return value.map((topic: ReleaseTopic) => t.topic[topic]).join(', ');
				if (field === 'language') return languageName(String(value), screen);
				const codes: Record<string, Record<string, string>> = { decision: t.state, form: t.forms };
				if (field === 'purpose' && of.table === 'consent') return (t.purpose as Record<string, string>)[String(value)];
				return codes[field]?.[String(value)];
			}}
		/>
	);
}
