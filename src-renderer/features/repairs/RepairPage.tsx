import { ActionIcon, Alert, Anchor, Button, Menu, Skeleton } from '@mantine/core';
import { IconBoltOff, IconDots, IconHistory, IconPencil, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Repair } from '#shared/features/repairs/model.ts';
import { isUnsafe } from '#shared/features/repairs/stages.ts';
import type { RepairId } from '#shared/kernel/ids.ts';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { EditRepair } from './page/EditRepair.tsx';
import { Facts } from './page/Facts.tsx';
import { historyValue } from './page/history-value.ts';
import { Parts } from './page/Parts.tsx';
import { Steps } from './page/Steps.tsx';
import { TestSection } from './page/TestSection.tsx';
import { Tools } from './page/Tools.tsx';
import { pageTexts } from './page/texts.ts';
import { Visits } from './page/Visits.tsx';
import { Work } from './page/Work.tsx';
import classes from './Repair.module.css';
import { refreshRepairs } from './refresh-repairs.ts';
import { texts } from './texts.ts';

/** One repair: who has it in hand, what was found, whether it is safe, what came of it. */
export function RepairPage() {
	const { id } = useParams({ strict: false });
	const found = useQuery(api.repairs.get.queryOptions({ input: { id: id as RepairId } }));
	return (
		<Page>
			{found.data ? (
				<RepairView key={found.data.id} repair={found.data} />
			) : found.error ? (
				<ErrorNotice error={found.error} onRetry={() => void found.refetch()} action={<BackToBoard />} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}

function RepairView({ repair }: { repair: Repair }) {
	const t = useTexts(pageTexts);
	const words = useTexts(texts);
	const navigate = useNavigate();
	const [editing, setEditing] = useState(false);
	const [finishing, setFinishing] = useState(false);
	const [historyShown, setHistoryShown] = useState(false);
	const { id } = repair;

	const remove = async () => {
		try {
			await client.repairs.remove({ id });
		} catch (error) {
			showError(error);
			return;
		}
		await navigate({ to: '/reparaturen' });
		void refreshRepairs();
		showUndo(words.removed, async () => {
			await client.repairs.restore({ id });
			await refreshRepairs();
			await navigate({ to: '/reparaturen/$id', params: { id } });
		});
	};

	return (
		<>
			<PageHeader
				above={<BackToBoard />}
				title={`${repair.number} ${repair.item}`}
				subtitle={<StageWords repair={repair} />}
				actions={
					<>
						<Menu position="bottom-end">
							<Menu.Target>
								<ActionIcon variant="default" size={42} aria-label={t.more}>
									<IconDots size={20} aria-hidden />
								</ActionIcon>
							</Menu.Target>
							<Menu.Dropdown>
								<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setHistoryShown(true)}>
									{t.history}
								</Menu.Item>
								<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
									{t.remove}
								</Menu.Item>
							</Menu.Dropdown>
						</Menu>
						<Button
							variant="default"
							leftSection={<IconPrinter size={18} aria-hidden />}
							renderRoot={(props) => <Link to="/reparaturen/$id/laufzettel" params={{ id }} {...props} />}
						>
							{t.slipShort}
						</Button>
						<Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
							{t.edit}
						</Button>
					</>
				}
			/>
			{isUnsafe(repair) && (
				<Alert color="brick" icon={<IconBoltOff aria-hidden />} title={words.unsafe} role="alert">
					{t.unsafeWords}
				</Alert>
			)}
			<div className={classes.columns}>
				<div className={classes.column}>
					<Steps repair={repair} onFinish={() => setFinishing(true)} />
					<Facts repair={repair} />
					<Work repair={repair} />
				</div>
				<div className={classes.column}>
					{repair.power === 'mains' && <TestSection repair={repair} />}
					<Tools repair={repair} />
					<Parts repair={repair} />
					<Visits repair={repair} />
				</div>
			</div>
			{editing && <EditRepair repair={repair} onClose={() => setEditing(false)} />}
			{finishing && <OutcomeDialog repair={repair} onClose={() => setFinishing(false)} />}
			<HistoryDrawer
				table="repair"
				id={id}
				opened={historyShown}
				onClose={() => setHistoryShown(false)}
				fieldNames={words.field}
				formatValue={(field, value) => historyValue(field, value, words, t)}
			/>
		</>
	);
}

function StageWords({ repair: { stage, result, barrier } }: { repair: Repair }) {
	const words = useTexts(texts);
	return [words.stage[stage], result !== null && words.result[result], barrier !== null && words.barrier[barrier]]
		.filter(Boolean)
		.join(' · ');
}

function BackToBoard() {
	const t = useTexts(pageTexts);
	return <Anchor renderRoot={(props) => <Link to="/reparaturen" {...props} />}>{t.backToBoard}</Anchor>;
}
