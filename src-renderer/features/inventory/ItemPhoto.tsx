import { Button, Group } from '@mantine/core';
import { IconPhoto, IconPhotoPlus } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Item } from '#shared/features/inventory/model.ts';
import classes from './ItemPage.module.css';
import { photoUrl, shrinkPhoto } from './shrink-photo.ts';
import { texts } from './texts.ts';

/** The photo of an item: chosen, dropped or pasted; made small here before it is sent. */
export function ItemPhoto({ item, photo }: { item: Item; photo: string | null }) {
	const t = useTexts(texts);
	const input = useRef<HTMLInputElement>(null);
	const [over, setOver] = useState(false);
	const [busy, setBusy] = useState(false);
	const [unreadable, setUnreadable] = useState(false);

	const store = async (next: string | null) => {
		await client.inventory.setPhoto({ id: item.id, photo: next });
		await queryClient.invalidateQueries({ queryKey: api.inventory.key() });
	};
	const take = async (file: Blob) => {
		setBusy(true);
		setUnreadable(false);
		try {
			const small = await shrinkPhoto(file);
			if (small === null) setUnreadable(true);
			else await store(small);
		} catch (error) {
			showError(error);
		} finally {
			setBusy(false);
		}
	};
	const latest = useRef(take);
	latest.current = take;
	useEffect(() => {
		const onPaste = (event: ClipboardEvent) => {
			const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
			if (file === undefined) return;
			event.preventDefault();
			void latest.current(file);
		};
		document.addEventListener('paste', onPaste);
		return () => document.removeEventListener('paste', onPaste);
	}, []);
	const remove = async () => {
		try {
			await store(null);
		} catch (error) {
			showError(error);
			return;
		}
		showUndo(t.photoRemoved, () => store(photo));
	};
	const onDrop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const file = event.dataTransfer.files[0];
		if (file) void take(file);
	};

	return (
		<Section title={t.photo}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience, the button does the same */}
			<div
				className={classes.photo}
				data-over={over || undefined}
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={onDrop}
			>
				{photo === null ? (
					<IconPhoto size={44} stroke={1.3} aria-hidden />
				) : (
					<img src={photoUrl(photo)} alt={t.photoOf(item.name)} />
				)}
			</div>
			<Group gap="xs">
				<Button
					size="sm"
					variant="default"
					loading={busy}
					leftSection={<IconPhotoPlus size={18} aria-hidden />}
					onClick={() => input.current?.click()}
				>
					{photo === null ? t.photoAdd : t.photoOther}
				</Button>
				{photo !== null && (
					<Button size="sm" variant="subtle" color="brick" onClick={() => void remove()}>
						{t.photoRemove}
					</Button>
				)}
			</Group>
			<p className={classes.quiet} role="status" data-wrong={unreadable || undefined}>
				{unreadable ? t.photoUnreadable : t.photoHint}
			</p>
			<input
				ref={input}
				type="file"
				accept="image/*"
				aria-label={t.photoAdd}
				tabIndex={-1}
				hidden
				onChange={(event) => {
					const file = event.currentTarget.files?.[0];
					event.currentTarget.value = '';
					if (file) void take(file);
				}}
			/>
		</Section>
	);
}
