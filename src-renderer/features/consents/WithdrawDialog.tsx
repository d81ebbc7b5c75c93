import { Text } from '@mantine/core';
import { useState } from 'react';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { refreshPassingOn } from './refresh-passing-on.ts';
import { texts } from './texts.ts';

interface Props {
	what: string;
	/** Null takes it back. */
	withdraw(on: LocalDate | null): Promise<unknown>;
	/** In a closed file the withdrawal stands: it is asked before, because it cannot be taken back there. */
	isFinal?: boolean;
	onClose(): void;
}

/** A consent or a release is withdrawn: one click, with the day. */
export function WithdrawDialog({ what, withdraw, isFinal = false, onClose }: Props) {
	const t = useTexts(texts);
	const [initial] = useState(today);
	const [on, setOn] = useState(initial);
	return (
		<FormDialog
			title={t.withdrawTitle(what)}
			values={on}
			initial={initial}
			isComplete
			invalid={t.invalid}
			save={() => withdraw(on)}
			saveWord={t.withdraw}
			onSaved={() => {
				if (isFinal) showNotice(t.withdrawn(what));
				else
					showUndo(t.withdrawn(what), async () => {
						await withdraw(null);
						await refreshPassingOn();
					});
			}}
			refresh={refreshPassingOn}
			onClose={onClose}
		>
			<Text>{isFinal ? `${t.withdrawWords} ${t.withdrawFinal}` : t.withdrawWords}</Text>
			<DateField label={t.withdrawnOn} required notInFuture value={on} onChange={(day) => day && setOn(day)} />
		</FormDialog>
	);
}
