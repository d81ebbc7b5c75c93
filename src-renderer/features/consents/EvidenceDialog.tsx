import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { refreshPassingOn } from './refresh-passing-on.ts';
import { texts } from './texts.ts';

interface Props {
	evidence: string | null;
	save(evidence: string | null): Promise<unknown>;
	onClose(): void;
}

/** Where the paper is: often known only once it has been signed and put away. */
export function EvidenceDialog({ evidence, save, onClose }: Props) {
	const t = useTexts(texts);
	const [value, setValue] = useState(evidence ?? '');
	return (
		<FormDialog
			title={t.evidenceTitle}
			values={value}
			initial={evidence ?? ''}
			isComplete
			save={() => save(value)}
			refresh={refreshPassingOn}
			onClose={onClose}
		>
			<TextInput
				data-autofocus
				label={t.evidence}
				description={t.evidenceHint}
				maxLength={300}
				autoComplete="off"
				value={value}
				onChange={(event) => setValue(event.currentTarget.value)}
			/>
		</FormDialog>
	);
}
