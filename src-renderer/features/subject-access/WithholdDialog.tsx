import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import type { MarkReason, SubjectRecord } from '#shared/features/subject-access/model.ts';
import { ReasonField } from './ReasonField.tsx';
import { texts } from './texts.ts';

export interface WithholdDialogProps {
	record: SubjectRecord;
	onWithhold(reason: MarkReason): void;
	onClose(): void;
}

/** The content of a document stays here, for a reason that the letter tells. */
export function WithholdDialog({ record, onWithhold, onClose }: WithholdDialogProps) {
	const t = useTexts(texts);
	const [reason, setReason] = useState<MarkReason>('third_party');
	return (
		<FormDialog
			title={t.withheldTitle}
			values={reason}
			// Nothing was typed: what is chosen here is chosen again in a moment.
			initial={reason}
			isComplete
			save={async () => onWithhold(reason)}
			refresh={() => Promise.resolve()}
			onClose={onClose}
			saveWord={t.withhold}
		>
			<p style={{ margin: 0 }}>
				<strong>{String(record.fields.title)}</strong>
				<br />
				{t.withholdHint}
			</p>
			<ReasonField value={reason} onChange={setReason} />
		</FormDialog>
	);
}
