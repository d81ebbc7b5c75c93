import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { shareProblemIn } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { SharePlace, WebdavAddress } from '#shared/features/share/model.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';
import { PlacePicker } from './PlacePicker.tsx';
import { Refill } from './Refill.tsx';
import { readingTexts } from './reading-texts.ts';
import { texts } from './texts.ts';

export interface ConnectFolderProps {
	host: SiteStatus['host'];
	/** Where the share is now, when it is on the web. */
	before: WebdavAddress | null;
	onClose: () => void;
	onConnected: () => void;
	/** It was empty, and has been filled again. */
	onRefilled: () => void;
}

export function ConnectFolder({ host, before, onClose, onConnected, onRefilled }: ConnectFolderProps) {
	const t = useTexts(texts);
	const reading = useTexts(readingTexts);
	const queries = useQueryClient();
	const [folder, setFolder] = useState<SharePlace | null>(null);
	const [tried, setTried] = useState(false);
	const [isRefilling, setRefilling] = useState(false);
	const connect = useMutation(
		api.share.connect.mutationOptions({
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.share.key() });
				onConnected();
			},
		}),
	);
	if (isRefilling && folder !== null)
		return (
			<Stack>
				<Refill folder={folder} isOlder={false} onClose={() => setRefilling(false)} onDone={onRefilled} />
			</Stack>
		);
	return (
		<Stack>
			<div>
				<strong>{t.chooseTitle}</strong>
				<p style={{ margin: 0, maxWidth: '42rem' }}>{t.chooseBody}</p>
			</div>
			<PlacePicker
				host={host}
				before={before}
				tried={tried}
				value={folder}
				onChange={(next) => {
					connect.reset();
					setFolder(next);
				}}
			/>
			<ErrorNotice
				error={connect.error}
				action={
					shareProblemIn(connect.error) === 'wrong_folder' && (
						<Button size="sm" variant="default" onClick={() => setRefilling(true)}>
							{reading.refill}
						</Button>
					)
				}
			/>
			<Group>
				<Button
					loading={connect.isPending}
					onClick={() => {
						setTried(true);
						if (folder !== null) connect.mutate({ folder });
					}}
				>
					{t.connect}
				</Button>
				<Button variant="default" onClick={onClose}>
					{t.cancel}
				</Button>
			</Group>
		</Stack>
	);
}
