import { Button, TextInput } from '@mantine/core';
import { IconArrowUp, IconFolder, IconFolderOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalText, shareProblemIn } from '#renderer/rpc/refusal.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';
import classes from './FolderPicker.module.css';
import { texts } from './texts.ts';

export interface FolderPickerProps {
	host: SiteStatus['host'];
	value: string | null;
	onChange: (folder: string | null) => void;
}

/** Choosing a folder by clicking through, by typing its path, or in the system's own dialog where there is one. */
export function FolderPicker({ host, value, onChange }: FolderPickerProps) {
	const t = useTexts(texts);
	const [at, setAt] = useState<string | null>(null);
	const [typed, setTyped] = useState('');
	const listing = useQuery({ ...api.share.browse.queryOptions({ input: { path: at } }), staleTime: 0, gcTime: 0 });

	const enter = (folder: string | null) => {
		setAt(folder);
		setTyped(folder ?? '');
		onChange(folder);
	};
	const openTyped = () => {
		if (typed.trim() === '') return;
		// Made or plugged in meanwhile.
		if (typed.trim() === at) void listing.refetch();
		enter(typed.trim());
	};
	const askSystem = async () => {
		const folder = await client.share.chooseFolder();
		if (folder !== null) enter(folder);
	};

	return (
		<div className={classes.picker}>
			{/* No form: pages put the picker into theirs, and forms do not nest. */}
			<div className={classes.path}>
				<TextInput
					className={classes.input ?? ''}
					label={t.path}
					description={t.pathHint}
					value={typed}
					spellCheck={false}
					autoComplete="off"
					onChange={(event) => setTyped(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
						event.preventDefault();
						openTyped();
					}}
				/>
				<Button
					variant="default"
					disabled={typed.trim() === '' || (typed.trim() === value && !listing.error)}
					onClick={openTyped}
				>
					{t.openPath}
				</Button>
				{host === 'electron' && (
					<Button variant="default" leftSection={<IconFolderOpen size="1.125rem" aria-hidden />} onClick={() => void askSystem()}>
						{t.systemDialog}
					</Button>
				)}
			</div>
			<div className={classes.browser}>
				<div className={classes.where}>
					<Button
						size="compact-sm"
						variant="subtle"
						leftSection={<IconArrowUp size="1rem" aria-hidden />}
						disabled={at === null}
						onClick={() => enter(listing.data?.parent ?? null)}
					>
						{t.up}
					</Button>
					<span className={classes.current} aria-live="polite">
						{at ?? t.places}
					</span>
				</div>
				{listing.error ? (
					<p className={classes.problem} role="alert">
						{shareProblemIn(listing.error) === 'unreachable' ? t.noSuchFolder : refusalText(listing.error)}
					</p>
				) : (
					<ul className={classes.folders} aria-label={t.folders}>
						{listing.data?.folders.map((folder) => (
							<li key={folder}>
								<button type="button" className={classes.folder} onClick={() => enter(folder)}>
									<IconFolder size="1.25rem" stroke={1.6} aria-hidden />
									{at === null ? folder : nameOf(folder)}
								</button>
							</li>
						))}
						{listing.data?.folders.length === 0 && <li className={classes.none}>{t.noFolders}</li>}
					</ul>
				)}
			</div>
		</div>
	);
}

function nameOf(folder: string): string {
	return folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
}
