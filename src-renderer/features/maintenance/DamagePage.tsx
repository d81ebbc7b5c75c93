import { ActionIcon, Anchor, Button, Menu, Skeleton } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { BorrowerLink } from '#renderer/features/lending/BorrowerLink.tsx';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { formatMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Damage, type DamageKind, type DamageStage, isOpen } from '#shared/features/maintenance/model.ts';
import type { DamageId } from '#shared/kernel/ids.ts';
import { daysBetween, formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Damage.module.css';
import { DamageMoney } from './DamageMoney.tsx';
import { DamageNotes } from './DamageNotes.tsx';
import { EditDamage } from './EditDamage.tsx';
import { pageTexts } from './page-texts.ts';
import { refreshDamages } from './refresh-damages.ts';
import { StageSteps } from './StageSteps.tsx';
import { stageWord, texts } from './texts.ts';

/** One damage case: what is wrong, where it came from, how far it is, what it costs. */
export function DamagePage() {
	const { id } = useParams({ strict: false });
	const found = useQuery(api.maintenance.get.queryOptions({ input: { id: id as DamageId } }));
	return (
		<Page>
			{found.data ? (
				<DamageView key={found.data.damage.id} {...found.data} />
			) : found.error ? (
				<ErrorNotice error={found.error} onRetry={() => void found.refetch()} action={<BackToList />} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}

interface DamageViewProps {
	damage: Damage;
	onChecklist: readonly string[];
	itemIsThere: boolean;
}

function DamageView({ damage, onChecklist, itemIsThere }: DamageViewProps) {
	const t = useTexts(pageTexts);
	const words = useTexts(texts);
	const navigate = useNavigate();
	const [editing, setEditing] = useState(false);
	const [historyShown, setHistoryShown] = useState(false);
	const { id, kind } = damage;

	const remove = async () => {
		try {
			await client.maintenance.remove({ id });
		} catch (error) {
			showError(error);
			return;
		}
		await navigate({ to: '/inventar/schaeden' });
		void refreshDamages();
		showUndo(words.removed, async () => {
			await client.maintenance.restore({ id });
			await refreshDamages();
			await navigate({ to: '/inventar/schaeden/$id', params: { id } });
		});
	};

	return (
		<>
			<PageHeader
				above={<BackToList />}
				title={damage.itemName}
				subtitle={`${damage.itemNumber} · ${words.kind[kind]}`}
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
						<Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
							{t.edit}
						</Button>
					</>
				}
			/>
			<div className={classes.columns}>
				<div className={classes.column}>
					<StageSteps damage={damage} onChecklist={onChecklist} />
					<Facts damage={damage} itemIsThere={itemIsThere} />
					<DamageNotes damage={damage} />
				</div>
				<div className={classes.column}>
					<DamageMoney damage={damage} />
				</div>
			</div>
			{editing && <EditDamage damage={damage} onClose={() => setEditing(false)} />}
			<HistoryDrawer
				table="damage"
				id={id}
				opened={historyShown}
				onClose={() => setHistoryShown(false)}
				fieldNames={t.field}
				formatValue={(field, value) => {
					if (field === 'stage') return stageWord(words, kind, value as DamageStage);
					if (field === 'kind') return words.kind[value as DamageKind];
					return field === 'costCents' || field === 'chargedCents' ? formatMoney(Number(value)) : undefined;
				}}
			/>
		</>
	);
}

function Facts({ damage, itemIsThere }: { damage: Damage; itemIsThere: boolean }) {
	const t = useTexts(pageTexts);
	const words = useTexts(texts);
	const { borrower, loanId, loanNumber, stage, foundOn } = damage;
	return (
		<Section title={t.facts}>
			<p className={classes.description}>{damage.description}</p>
			{damage.unusable && isOpen(stage) && <p className={classes.quiet}>{t.unusableWords}</p>}
			<dl className={classes.facts}>
				<dt>{words.column.item}</dt>
				<dd>
					{itemIsThere ? (
						<Link to="/inventar/$id" params={{ id: damage.itemId }}>
							{damage.itemNumber} {damage.itemName}
						</Link>
					) : (
						t.itemGone
					)}
				</dd>
				{damage.accessories.length > 0 && (
					<>
						<dt>{t.missing}</dt>
						<dd>{damage.accessories.join(', ')}</dd>
					</>
				)}
				<dt>{t.foundOn}</dt>
				<dd>
					{formatLocalDate(foundOn)}
					{isOpen(stage) && ` · ${words.openFor(daysBetween(foundOn, localDateOf(Date.now())))}`}
				</dd>
				<dt>{t.origin}</dt>
				<dd>
					{borrower === null || loanId === null || loanNumber === null ? (
						words.inHouse
					) : (
						<>
							<BorrowerLink id={borrower.id} name={borrower.name} />
							{' · '}
							<Link to="/ausleihe/ausleihen/$id" params={{ id: loanId }}>
								{words.loan(loanNumber)}
							</Link>
						</>
					)}
				</dd>
			</dl>
		</Section>
	);
}

function BackToList() {
	const t = useTexts(pageTexts);
	return <Anchor renderRoot={(props) => <Link to="/inventar/schaeden" {...props} />}>{t.backToList}</Anchor>;
}
