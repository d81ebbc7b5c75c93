import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import type { DuePerson } from '#shared/features/privacy/model.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

/** Leaves somebody out until a day, with a reason. */
export function ExcludeDialog({ due, onClose }: { due: DuePerson; onClose(): void }) {
	const t = useTexts(texts);
	const [until, setUntil] = useState<LocalDate | null>(null);
	const [reason, setReason] = useState('');
	const [tried, setTried] = useState(false);
	const isDayWrong = until === null || until <= localDateOf(Date.now());
	return (
		<FormDialog
			title={t.excludeTitle(due.name)}
			values={{ until, reason }}
			initial={{ until: null, reason: '' }}
			isComplete={!isDayWrong && reason.trim() !== ''}
			onTry={() => setTried(true)}
			save={async () => {
				if (until) await client.privacy.exclude({ personId: due.personId, exclusion: { until, reason } });
			}}
			invalid={{ day: t.untilMissing }}
			refresh={() => queryClient.invalidateQueries({ queryKey: api.privacy.key() })}
			onClose={onClose}
		>
			<DateField
				data-autofocus
				label={t.until}
				required
				value={until}
				onChange={setUntil}
				error={tried && isDayWrong ? t.untilMissing : undefined}
			/>
			<Textarea
				label={t.reason}
				description={t.reasonHint}
				required
				autosize
				minRows={2}
				maxLength={300}
				value={reason}
				onChange={(event) => setReason(event.currentTarget.value)}
				error={tried && reason.trim() === '' ? t.reasonMissing : undefined}
			/>
		</FormDialog>
	);
}
