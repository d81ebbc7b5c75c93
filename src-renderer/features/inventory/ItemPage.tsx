import { ActionIcon, Alert, Anchor, Button, Checkbox, Menu, Skeleton } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ItemLoans } from '#renderer/features/lending/ItemLoans.tsx';
import { ItemDamages } from '#renderer/features/maintenance/ItemDamages.tsx';
import { ItemManual } from '#renderer/features/maintenance/ItemManual.tsx';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { ItemAvailability } from '#renderer/features/reservations/ItemAvailability.tsx';
import { formatMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Item, ItemRow, ItemState } from '#shared/features/inventory/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { EditItem } from './EditItem.tsx';
import { fieldTexts } from './field-texts.ts';
import { ItemFacts } from './ItemFacts.tsx';
import classes from './ItemPage.module.css';
import { ItemParts } from './ItemParts.tsx';
import { ItemPhoto } from './ItemPhoto.tsx';
import { ItemStateSection } from './ItemStateSection.tsx';
import { useItemSelection } from './selection.ts';
import { texts } from './texts.ts';

export function ItemPage() {
	const { id } = useParams({ strict: false });
	const found = useQuery(api.inventory.get.queryOptions({ input: { id: id as ItemId } }));
	if (found.data) return <ItemView key={found.data.item.id} {...found.data} />;
	return (
		<Page>
			{found.error ? (
				<ErrorNotice error={found.error} onRetry={() => void found.refetch()} action={<BackToList />} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}

interface ItemViewProps {
	item: Item;
	parts: readonly ItemRow[];
	kit: ItemRow | null;
	photo: string | null;
}

function ItemView({ item, parts, kit, photo }: ItemViewProps) {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const navigate = useNavigate();
	const [editing, setEditing] = useState(false);
	const [historyShown, setHistoryShown] = useState(false);
	const [, setSelected] = useItemSelection();
	const draft = useQuery({ ...api.records.draft.queryOptions({ input: { key: `item:${item.id}` } }), staleTime: 0 });

	const remove = async () => {
		try {
			await client.inventory.remove({ id: item.id });
		} catch (error) {
			showError(error);
			return;
		}
		setSelected((before) => before.filter((id) => id !== item.id));
		await navigate({ to: '/inventar' });
		void queryClient.invalidateQueries({ queryKey: api.inventory.key() });
		showUndo(t.removed(item.name), async () => {
			await client.inventory.restore({ id: item.id });
			await queryClient.invalidateQueries({ queryKey: api.inventory.key() });
			await navigate({ to: '/inventar/$id', params: { id: item.id } });
		});
	};

	if (editing) {
		return (
			<EditItem
				item={item}
				title={t.editTitle(item.name)}
				onDone={() => {
					setEditing(false);
					void draft.refetch();
				}}
				onUndoDiscard={() => setEditing(true)}
			/>
		);
	}
	return (
		<Page>
			<PageHeader
				above={<BackToList />}
				title={item.name}
				subtitle={[item.number, [item.maker, item.type].filter(Boolean).join(' ')].filter(Boolean).join(' · ')}
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
							renderRoot={(props) => <Link to="/inventar/etiketten" search={{ gegenstand: item.id }} {...props} />}
						>
							{t.printLabel}
						</Button>
						<Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
							{t.edit}
						</Button>
					</>
				}
			/>
			{draft.data && (
				<Alert color="petrol" variant="light" role="status" icon={<IconPencil aria-hidden />}>
					{t.unsaved}{' '}
					<Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
						{t.continueEditing}
					</Button>
				</Alert>
			)}
			<div className={classes.columns}>
				<div className={classes.column}>
					<ItemFacts item={item} />
					<Accessories key={item.accessories.join('\n')} accessories={item.accessories} />
					<ItemParts parts={parts} kit={kit} />
					<ItemAvailability item={{ ...item, isKit: item.parts.length > 0 }} />
					<ItemDamages item={item} />
					<ItemLoans id={item.id} />
				</div>
				<div className={classes.column}>
					<ItemStateSection item={item} />
					<ItemPhoto item={item} photo={photo} />
					<ItemManual item={item} />
				</div>
			</div>
			<HistoryDrawer
				table="item"
				id={item.id}
				opened={historyShown}
				onClose={() => setHistoryShown(false)}
				fieldNames={words.field}
				formatValue={(field, value) => {
					if (field === 'state') return words.state[value as ItemState];
					if (field === 'priceCents' || field === 'depositCents') return formatMoney(Number(value));
					return field === 'parts' && Array.isArray(value) ? t.count(String(value.length), value.length === 1) : undefined;
				}}
			/>
		</Page>
	);
}

/** To tick off with the thing in one's hand. Nothing of it is stored. */
function Accessories({ accessories }: { accessories: readonly string[] }) {
	const t = useTexts(texts);
	if (accessories.length === 0) return null;
	return (
		<Section title={t.accessories} description={t.accessoriesHint}>
			<div className={classes.checks}>
				{accessories.map((name, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the same thing may belong to it twice
					<Checkbox key={index} label={name} />
				))}
			</div>
		</Section>
	);
}

function BackToList() {
	const t = useTexts(texts);
	return <Anchor renderRoot={(props) => <Link to="/inventar" {...props} />}>{t.backToList}</Anchor>;
}
