import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client as rpc } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Client } from '#shared/features/cases/client.ts';
import { type ConsentFields, ConsentPurpose, PURPOSES_OF_BUSINESS } from '#shared/features/consents/model.ts';
import { AgreementFields, NEW_AGREEMENT } from './AgreementFields.tsx';
import { ChipsField } from './ChipsField.tsx';
import { refreshPassingOn } from './refresh-passing-on.ts';
import { texts } from './texts.ts';

/** What somebody was asked, and what they said. */
export function GiveConsent({ client, onClose }: { client: Client; onClose(): void }) {
	const t = useTexts(texts);
	const [initial] = useState(() => ({
		...{ ...NEW_AGREEMENT, purposes: [] as ConsentPurpose[], decidedOn: today() },
		decision: 'given' as ConsentFields['decision'],
	}));
	const [values, setValues] = useState(initial);
	const [tried, setTried] = useState(false);
	const set = (changes: Partial<typeof values>) => setValues({ ...values, ...changes });
	return (
		<FormDialog
			title={t.giveTitle}
			size="lg"
			values={values}
			initial={initial}
			isComplete={values.purposes.length > 0}
			onTry={() => setTried(true)}
			invalid={t.invalid}
			save={() =>
				rpc.consents.give(
					client.personId === null ? { ...values, businessId: client.businessId } : { ...values, personId: client.personId },
				)
			}
			onSaved={({ ids }) =>
				showUndo(t.saved(ids.length), async () => {
					for (const id of ids) await rpc.consents.remove({ id });
					await refreshPassingOn();
				})
			}
			refresh={refreshPassingOn}
			onClose={onClose}
		>
			<ChipsField
				label={t.purposes}
				options={client.businessId === null ? ConsentPurpose.options : PURPOSES_OF_BUSINESS}
				words={t.purpose}
				value={values.purposes}
				onChange={(purposes) => set({ purposes })}
				error={tried && values.purposes.length === 0 ? t.purposesMissing : undefined}
			/>
			<Radio.Group
				label={t.decision}
				value={values.decision}
				onChange={(decision) => set({ decision: decision === 'refused' ? 'refused' : 'given' })}
			>
				<Stack gap="xs" mt="xs">
					<Radio value="given" label={t.decisions.given} />
					<Radio value="refused" label={t.decisions.refused} />
				</Stack>
			</Radio.Group>
			<DateField
				label={t.decidedOn}
				required
				notInFuture
				value={values.decidedOn}
				onChange={(decidedOn) => decidedOn && set({ decidedOn })}
			/>
			<AgreementFields value={values} onChange={set} />
		</FormDialog>
	);
}
