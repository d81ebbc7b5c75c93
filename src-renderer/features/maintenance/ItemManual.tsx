import { Button, Group, Skeleton } from '@mantine/core';
import { IconFileDownload, IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { formatBytes, formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Item } from '#shared/features/inventory/model.ts';
import { MAX_MANUAL_BYTES } from '#shared/features/maintenance/model.ts';
import classes from './Damage.module.css';
import { readPdf, savePdf } from './manual/pdf-file.ts';
import { manualTexts } from './manual/texts.ts';

/** The manual of an item: chosen or dropped as PDF, fetched only when somebody wants to read it. */
export function ItemManual({ item }: { item: Pick<Item, 'id' | 'number'> }) {
	const t = useTexts(manualTexts);
	const input = useRef<HTMLInputElement>(null);
	const [over, setOver] = useState(false);
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const facts = useQuery(api.maintenance.manualFacts.queryOptions({ input: { itemId: item.id } }));
	const most = formatBytes(MAX_MANUAL_BYTES);

	const store = async (pdf: string | null) => {
		await client.maintenance.setManual({ itemId: item.id, pdf });
		await queryClient.invalidateQueries({ queryKey: api.maintenance.manualFacts.key() });
	};
	const during = async (work: () => Promise<void>) => {
		setBusy(true);
		setProblem(null);
		try {
			await work();
		} catch (error) {
			showError(error);
		} finally {
			setBusy(false);
		}
	};
	const take = (file: Blob) =>
		during(async () => {
			const read = await readPdf(file);
			if ('pdf' in read) await store(read.pdf);
			else setProblem(read.refused === 'no_pdf' ? t.noPdf : t.tooLarge(formatBytes(file.size), most));
		});
	const open = () =>
		during(async () => {
			const { pdf } = await client.maintenance.manual({ itemId: item.id });
			savePdf(pdf, t.fileName(item.number.replaceAll('/', '-')));
		});
	const remove = () =>
		during(async () => {
			const { pdf } = await client.maintenance.manual({ itemId: item.id });
			await store(null);
			showUndo(t.removed, () => store(pdf));
		});

	return (
		<Section title={t.manual}>
			<ErrorNotice error={facts.error} onRetry={() => void facts.refetch()} />
			{facts.isPending && <Skeleton height={32} />}
			{/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience, the button does the same */}
			<div
				className={classes.drop}
				data-over={over || undefined}
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={(event: DragEvent) => {
					event.preventDefault();
					setOver(false);
					const file = event.dataTransfer.files[0];
					if (file) void take(file);
				}}
			>
				<IconFileTypePdf size={28} stroke={1.4} aria-hidden />
				<span>{facts.data ? t.facts(formatBytes(facts.data.bytes), formatDay(facts.data.addedAt)) : t.none}</span>
			</div>
			<Group gap="xs">
				{facts.data && (
					<Button
						size="sm"
						variant="default"
						leftSection={<IconFileDownload size={18} aria-hidden />}
						loading={busy}
						onClick={() => void open()}
					>
						{t.open}
					</Button>
				)}
				<Button size="sm" variant="default" loading={busy} onClick={() => input.current?.click()}>
					{facts.data ? t.other : t.add}
				</Button>
				{facts.data && (
					<Button size="sm" variant="subtle" color="brick" onClick={() => void remove()}>
						{t.remove}
					</Button>
				)}
			</Group>
			<p className={classes.quiet} role="status" data-wrong={problem !== null || undefined}>
				{problem ?? t.hint(most)}
			</p>
			<input
				ref={input}
				type="file"
				accept="application/pdf,.pdf"
				aria-label={t.add}
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
