import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { SharePlace, WebdavAddress } from '#shared/features/share/model.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';
import { PlacePicker } from './PlacePicker.tsx';
import { texts } from './texts.ts';

export interface ConnectFolderProps {
	host: SiteStatus['host'];
	/** Where the share is now, when it is on the web. */
	before: WebdavAddress | null;
	onClose: () => void;
	onConnected: () => void;
}

export function ConnectFolder({ host, before, onClose, onConnected }: ConnectFolderProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [folder, setFolder] = useState<SharePlace | null>(null);
	const [tried, setTried] = useState(false);
	const connect = useMutation(
		api.share.connect.mutationOptions({
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.share.key() });
				onConnected();
			},
		}),
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
			<ErrorNotice error={connect.error} />
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
