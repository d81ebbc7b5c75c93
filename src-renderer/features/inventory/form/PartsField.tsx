import { ActionIcon, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { stillFitting } from '#renderer/ui/still-fitting.ts';
import { thenFocus } from '#renderer/ui/then-focus.ts';
import { MOST_PARTS } from '#shared/features/inventory/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { EVERYTHING } from '../all-items.ts';
import classes from './ItemForm.module.css';
import { texts } from './texts.ts';
import type { ItemForm } from './useItemForm.ts';

/** The items of a kit: found by number or name, one after the other. */
export function PartsField({ form, itemId }: { form: ItemForm; itemId: ItemId | null }) {
	const t = useTexts(texts);
	const list = useRef<HTMLUListElement>(null);
	const [typed, setTyped] = useState('');
	const [text] = useDebouncedValue(typed, 120);
	const parts = form.values.parts;
	const found = useQuery({
		...api.inventory.list.queryOptions({ input: { ...EVERYTHING, text: text.trim(), offset: 0, limit: 20 } }),
		enabled: text.trim() !== '',
		placeholderData: (before) => before,
	});
	const isStale = typed !== text || found.isPlaceholderData;
	const chosen = useQueries({ queries: parts.map((id) => api.inventory.get.queryOptions({ input: { id } })) });
	const options = (text.trim() === '' ? [] : (found.data?.rows ?? []))
		.filter((row) => row.id !== itemId && !row.isKit && !parts.includes(row.id))
		.map((row) => ({ value: row.id as string, label: [row.number, row.name, row.maker, row.type].filter(Boolean).join(' ') }));
	return (
		<div>
			<Select
				{...scrollingOptions}
				label={t.findPart}
				description={t.partsHint}
				placeholder={t.findPartHint}
				searchable
				disabled={parts.length >= MOST_PARTS}
				data={stillFitting(options, typed, isStale)}
				value={null}
				searchValue={typed}
				onSearchChange={setTyped}
				onChange={(id) => {
					if (id !== null) form.set('parts', [...form.latest().parts, id as ItemId]);
					setTyped('');
				}}
				filter={({ options: all }) => all}
				nothingFoundMessage={typed.trim() === '' ? undefined : t.noPartFound}
				maw="36rem"
			/>
			<ul ref={list} className={classes.parts}>
				{parts.map((id, index) => {
					const item = chosen[index]?.data?.item;
					const name = item ? `${item.number} ${item.name}` : '…';
					return (
						<li key={id}>
							<span>{name}</span>
							<ActionIcon
								variant="subtle"
								color="gray"
								size={36}
								aria-label={t.removePart(name)}
								onClick={() => {
									thenFocus(
										() => form.set('parts', parts.toSpliced(index, 1)),
										() =>
											list.current?.querySelector<HTMLElement>('button') ??
											list.current?.parentElement?.querySelector<HTMLElement>('input'),
									);
								}}
							>
								<IconX size={18} aria-hidden />
							</ActionIcon>
						</li>
					);
				})}
			</ul>
		</div>
	);
}
