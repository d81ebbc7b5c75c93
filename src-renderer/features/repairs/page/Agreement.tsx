import { Anchor, Button, Group, Modal } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { RepairRow } from '#shared/features/repairs/model.ts';
import type { WaiverTextId } from '#shared/kernel/ids.ts';
import classes from '../Repair.module.css';
import { refreshRepairs } from '../refresh-repairs.ts';
import { pageTexts } from './texts.ts';

/** That whoever brought it agreed to the words on liability, and to which; or a button for it. */
export function Agreement({ repair: { id, waiverId } }: { repair: Pick<RepairRow, 'id' | 'waiverId'> }) {
	const t = useTexts(pageTexts);
	const [reading, setReading] = useState(false);
	const current = useQuery(api.repairs.waiver.queryOptions());
	const set = async (next: WaiverTextId | null) => {
		await client.repairs.update({ id, changes: { waiverId: next } });
		await refreshRepairs();
	};
	if (waiverId === null) {
		return (
			<Group gap="sm">
				<span className={classes.missing}>
					<IconSignature size="1.125rem" aria-hidden /> {t.notAgreed}
				</span>
				<Button
					size="compact-md"
					variant="default"
					disabled={!current.data}
					onClick={() => set(current.data?.id ?? null).then(() => showUndo(t.agreed, () => set(null)), showError)}
				>
					{t.agree}
				</Button>
			</Group>
		);
	}
	return (
		<>
			{t.agreed}{' '}
			<Anchor component="button" type="button" onClick={() => setReading(true)}>
				{t.read}
			</Anchor>
			{reading && <Accepted id={waiverId} onClose={() => setReading(false)} />}
		</>
	);
}

function Accepted({ id, onClose }: { id: WaiverTextId; onClose(): void }) {
	const t = useTexts(pageTexts);
	const found = useQuery(api.repairs.waiverText.queryOptions({ input: { id } }));
	return (
		<Modal opened onClose={onClose} title={<strong>{t.waiver}</strong>} size="lg">
			<div lang="de" className={classes.waiver}>
				{found.data?.text}
			</div>
			<Group justify="flex-end" mt="md">
				<Button data-autofocus onClick={onClose}>
					{t.close}
				</Button>
			</Group>
		</Modal>
	);
}
