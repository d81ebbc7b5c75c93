import { Alert, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { kioskTexts } from './kiosk-texts.ts';

/** A PC that is nothing but a kiosk, for whoever looks after it. */
export function LeftKiosk({ unsent }: { unsent: number }) {
	const t = useTexts(kioskTexts);
	const [asked, setAsked] = useState(false);
	const again = { onSuccess: () => location.reload() };
	const resume = useMutation(api.kiosk.resume.mutationOptions(again));
	const dismantle = useMutation(api.kiosk.dismantle.mutationOptions(again));
	return (
		<EntranceFrame title={t.leftTitle} intro={t.leftIntro}>
			<p style={{ margin: 0 }}>{unsent === 0 ? t.allSent : t.unsent(unsent)}</p>
			<ErrorNotice error={resume.error ?? dismantle.error} />
			{asked && (
				<Alert color="brick" variant="light" role="alert">
					{t.dismantleWords(unsent)}
				</Alert>
			)}
			<Group>
				<Button size="lg" loading={resume.isPending} onClick={() => resume.mutate(undefined)}>
					{t.resume}
				</Button>
				<Button
					size="lg"
					variant="default"
					loading={dismantle.isPending}
					onClick={() => (asked ? dismantle.mutate(undefined) : setAsked(true))}
				>
					{asked ? t.dismantleNow : t.dismantle}
				</Button>
			</Group>
		</EntranceFrame>
	);
}
