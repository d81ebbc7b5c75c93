import { Button, Input, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { SharePlace, WebdavAddress } from '#shared/features/share/model.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';
import { FolderPicker } from './FolderPicker.tsx';
import { texts } from './texts.ts';
import { WebdavFields } from './WebdavFields.tsx';

export interface PlacePickerProps {
	host: SiteStatus['host'];
	value: SharePlace | null;
	/** Null while it is not complete. */
	onChange: (place: SharePlace | null) => void;
	/** Where the share is now: only its password may have changed. */
	before?: WebdavAddress | null;
	/** Somebody tried to go on. */
	tried?: boolean;
	/** A folder on the web is asked for when everything is typed, and not with every letter. */
	look?: { readonly running: boolean; run(): void };
}

/** Where the share is: a folder that this PC reaches, or one on a Nextcloud. */
export function PlacePicker({ host, value, onChange, before = null, tried = false, look }: PlacePickerProps) {
	const t = useTexts(texts);
	const [kind, setKind] = useState<'folder' | 'webdav'>(before === null ? 'folder' : 'webdav');
	return (
		<Stack gap="md">
			<SegmentedControl
				aria-label={t.kind}
				style={{ alignSelf: 'flex-start' }}
				value={kind}
				data={[
					{ value: 'folder', label: t.kindFolder },
					{ value: 'webdav', label: t.kindWebdav },
				]}
				onChange={(next) => {
					setKind(next === 'webdav' ? 'webdav' : 'folder');
					onChange(null);
				}}
			/>
			{kind === 'folder' ? (
				<div>
					<FolderPicker host={host} value={typeof value === 'string' ? value : null} onChange={onChange} />
					{tried && value === null && <Input.Error role="alert">{t.folderMissing}</Input.Error>}
				</div>
			) : (
				<>
					<WebdavFields before={before} tried={tried} onChange={onChange} />
					{look && (
						<Button variant="default" style={{ alignSelf: 'flex-start' }} loading={look.running} onClick={look.run}>
							{t.webLook}
						</Button>
					)}
				</>
			)}
		</Stack>
	);
}
