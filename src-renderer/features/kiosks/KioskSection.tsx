import { Button, Group, Modal, Table, TextInput, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LedgerError } from '#renderer/features/members/LedgerError.tsx';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import type { Kiosk } from '#shared/features/kiosk/model.ts';
import classes from './Kiosks.module.css';
import { MakeKiosk } from './MakeKiosk.tsx';
import { texts } from './texts.ts';

/** The kiosks of the site: everybody may look and ask for one, administrators act. */
export function KioskSection({ administrator }: { administrator: boolean }) {
	const t = useTexts(texts);
	const found = useQuery(api.kiosk.list.queryOptions());
	const [renaming, setRenaming] = useState<Kiosk | null>(null);
	const [removing, setRemoving] = useState<Kiosk | null>(null);
	const kiosks = found.data ?? [];
	const isHere = kiosks.some(({ isThis, state }) => isThis && state !== 'removed');
	return (
		<Section title={t.title} description={t.words}>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.data?.length === 0 && <p className={classes.quiet}>{t.none}</p>}
			{kiosks.length > 0 && (
				<Table.ScrollContainer
					minWidth={640}
					scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t.title, role: 'group' } }}
				>
					<Table verticalSpacing="sm">
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{t.name}</Table.Th>
								<Table.Th>{t.state}</Table.Th>
								<Table.Th>{t.since}</Table.Th>
								<Table.Th>
									<VisuallyHidden>{t.actions}</VisuallyHidden>
								</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{kiosks.map((kiosk) => (
								<Table.Tr key={kiosk.id}>
									<Table.Td className={classes.name ?? ''}>
										{kiosk.name || t.nameless}
										{kiosk.isThis && <span className={classes.quiet}>{t.thisPc}</span>}
									</Table.Td>
									<Table.Td>
										<State kiosk={kiosk} />
									</Table.Td>
									<Table.Td>
										{formatDay(kiosk.addedAt)}
										<span className={classes.quiet}>{kiosk.addedBy === null ? t.byKit : t.by(kiosk.addedBy)}</span>
									</Table.Td>
									<Table.Td>
										{administrator && kiosk.state !== 'removed' && (
											<Actions kiosk={kiosk} onRename={() => setRenaming(kiosk)} onRemove={() => setRemoving(kiosk)} />
										)}
									</Table.Td>
								</Table.Tr>
							))}
						</Table.Tbody>
					</Table>
				</Table.ScrollContainer>
			)}
			{found.data && !isHere && <MakeKiosk administrator={administrator} />}
			{renaming && <Rename kiosk={renaming} onClose={() => setRenaming(null)} />}
			{removing && <Remove kiosk={removing} onClose={() => setRemoving(null)} />}
		</Section>
	);
}

function State({ kiosk: { state, fingerprint, removedAt } }: { kiosk: Kiosk }) {
	const t = useTexts(texts);
	if (state === 'removed') return <>{removedAt === null ? '' : t.removedState(formatDay(removedAt))}</>;
	if (state === 'approved') return <>{t.approvedState}</>;
	return (
		<>
			{t.waiting}
			<span className={classes.code}>{t.code(fingerprint)}</span>
			<span className={classes.quiet}>{t.codeHint}</span>
		</>
	);
}

function Actions({ kiosk, onRename, onRemove }: { kiosk: Kiosk; onRename: () => void; onRemove: () => void }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const name = kiosk.name || t.nameless;
	const approve = useMutation(
		api.kiosk.approve.mutationOptions({
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.kiosk.key() });
				showNotice(t.approved(name));
			},
		}),
	);
	return (
		<>
			<div className={classes.buttons}>
				{kiosk.state === 'waiting' && (
					<Button
						size="compact-sm"
						loading={approve.isPending}
						onClick={() => approve.mutate({ id: kiosk.id, fingerprint: kiosk.fingerprint })}
					>
						{t.approve}
					</Button>
				)}
				<Button size="compact-sm" variant="subtle" aria-label={t.renameOf(name)} onClick={onRename}>
					{t.rename}
				</Button>
				<Button size="compact-sm" variant="subtle" color="brick" aria-label={t.removeOf(name)} onClick={onRemove}>
					{t.remove}
				</Button>
			</div>
			<LedgerError error={approve.error} />
		</>
	);
}

function Rename({ kiosk, onClose }: { kiosk: Kiosk; onClose: () => void }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [name, setName] = useState(kiosk.name);
	const [tried, setTried] = useState(false);
	const rename = useMutation(
		api.kiosk.rename.mutationOptions({
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.kiosk.key() });
				onClose();
			},
		}),
	);
	return (
		<Modal opened onClose={onClose} title={<strong>{t.renameOf(kiosk.name || t.nameless)}</strong>}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (name.trim() !== '') rename.mutate({ id: kiosk.id, name });
				}}
			>
				<TextInput
					data-autofocus
					label={t.name}
					maxLength={120}
					value={name}
					error={tried && name.trim() === '' && t.nameMissing}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<LedgerError error={rename.error} />
				<Group justify="flex-end" mt="md">
					<Button variant="default" onClick={onClose}>
						{t.cancel}
					</Button>
					<Button type="submit" loading={rename.isPending}>
						{t.save}
					</Button>
				</Group>
			</form>
		</Modal>
	);
}

function Remove({ kiosk, onClose }: { kiosk: Kiosk; onClose: () => void }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const name = kiosk.name || t.nameless;
	const remove = useMutation(
		api.kiosk.remove.mutationOptions({
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.kiosk.key() });
				showNotice(t.removed(name));
				onClose();
			},
		}),
	);
	return (
		<Modal opened title={<strong>{t.removeTitle(name)}</strong>} onClose={() => !remove.isPending && onClose()}>
			<p style={{ marginTop: 0 }}>{t.removeWords}</p>
			<LedgerError error={remove.error} />
			<Group justify="flex-end">
				<Button variant="default" data-autofocus onClick={onClose}>
					{t.cancel}
				</Button>
				<Button color="brick" loading={remove.isPending} onClick={() => remove.mutate({ id: kiosk.id })}>
					{t.remove}
				</Button>
			</Group>
		</Modal>
	);
}
