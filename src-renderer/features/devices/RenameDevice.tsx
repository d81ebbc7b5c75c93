import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { refusalText } from '#renderer/rpc/refusal.ts';
import type { Device } from '#shared/features/devices/model.ts';
import { texts } from './texts.ts';

export interface RenameDeviceProps {
	device: Device;
	/** What it is called in the list. */
	name: string;
	onDone: () => void;
}

/** In the place of the name, until it is saved or left with Escape. */
export function RenameDevice({ device, name, onDone }: RenameDeviceProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const field = useRef<HTMLInputElement>(null);
	const [text, setText] = useState(device.name);
	const [tried, setTried] = useState(false);
	useEffect(() => field.current?.select(), []);
	const rename = useMutation(
		api.devices.rename.mutationOptions({
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.devices.key() });
				await queries.invalidateQueries({ queryKey: api.site.status.key() });
				onDone();
			},
		}),
	);
	const missing = tried && text.trim() === '' ? t.nameMissing : null;
	return (
		<form
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				setTried(true);
				if (text.trim() !== '') rename.mutate({ id: device.id, name: text });
			}}
		>
			<TextInput
				ref={field}
				size="sm"
				miw="11rem"
				aria-label={`${t.newName}: ${name}`}
				maxLength={120}
				value={text}
				error={missing ?? (rename.error ? refusalText(rename.error) : null)}
				onChange={(event) => setText(event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key === 'Escape') onDone();
				}}
			/>
			<Group gap="xs" mt="xs" wrap="nowrap">
				<Button type="submit" size="compact-sm" loading={rename.isPending}>
					{t.save}
				</Button>
				<Button size="compact-sm" variant="default" onClick={onDone}>
					{t.cancel}
				</Button>
			</Group>
		</form>
	);
}
