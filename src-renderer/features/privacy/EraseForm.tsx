import { Alert, Button, Radio, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconEraser } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { refusalCode, refusalData } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { type ErasurePreview, ErasureReason } from '#shared/features/privacy/model.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

export interface Confirmed {
	reason: ErasureReason;
	number: string;
	records: number;
}

interface Props {
	preview: ErasurePreview;
	onErase(confirmed: Confirmed): Promise<unknown>;
	/** It is not what was shown any more. */
	onRefused(): void;
	onDone(): Promise<void>;
}

/** One of the few steps that nothing takes back: the number is typed before. */
export function EraseForm({ preview, onErase, onRefused, onDone }: Props) {
	const t = useTexts(texts);
	const isDue = preview.dueOn !== null && preview.dueOn <= localDateOf(Date.now());
	const [reason, setReason] = useState<ErasureReason>(isDue ? 'retention' : 'request');
	const [number, setNumber] = useState('');
	const [tried, setTried] = useState(false);
	const isWrong = number.replace(/\s/g, '').toUpperCase() !== preview.number.toUpperCase();
	const erase = useMutation({ mutationFn: onErase, onSuccess: onDone, onError: onRefused });
	const why = refusalCode(erase.error) === 'REFUSED' ? refusalData<{ why: keyof typeof t.refused }>(erase.error)?.why : undefined;
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		if (!isWrong && !erase.isPending) erase.mutate({ reason, number, records: preview.records });
	};
	return (
		<Section title={t.erase}>
			<form noValidate onSubmit={submit}>
				<Stack>
					<Alert color="brick" icon={<IconAlertTriangle aria-hidden />} title={t.warning}>
						{t.warningWords}
					</Alert>
					<Radio.Group label={t.why2} value={reason} onChange={(chosen) => setReason(ErasureReason.parse(chosen))}>
						<Stack gap="xs" mt="xs">
							{ErasureReason.options.map((one) => (
								<Radio key={one} value={one} label={t.eraseReason[one]} />
							))}
						</Stack>
					</Radio.Group>
					<TextInput
						label={t.confirm(preview.number)}
						required
						maw="32rem"
						autoComplete="off"
						spellCheck={false}
						maxLength={40}
						value={number}
						onChange={(event) => {
							setNumber(event.currentTarget.value);
							setTried(false);
						}}
						error={tried && isWrong ? t.confirmWrong : undefined}
					/>
					{erase.isPending && <p role="status">{t.erasing}</p>}
					{why ? (
						<Alert color="brick" role="alert">
							{t.refused[why]}
						</Alert>
					) : (
						<ErrorNotice error={erase.error} />
					)}
					<div>
						<Button type="submit" color="brick" loading={erase.isPending} leftSection={<IconEraser size={18} aria-hidden />}>
							{t.erase}
						</Button>
					</div>
				</Stack>
			</form>
		</Section>
	);
}
