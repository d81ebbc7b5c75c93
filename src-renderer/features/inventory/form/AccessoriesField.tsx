import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { thenFocus } from '#renderer/ui/then-focus.ts';
import { MOST_ACCESSORIES } from '#shared/features/inventory/model.ts';
import { fieldTexts } from '../field-texts.ts';
import classes from './ItemForm.module.css';
import { texts } from './texts.ts';
import type { ItemForm } from './useItemForm.ts';

/** What goes out with it, one line each; Enter begins the next line, Backspace in an empty one takes it away. */
export function AccessoriesField({ form }: { form: ItemForm }) {
	const t = useTexts(texts);
	const { field } = useTexts(fieldTexts);
	const labelId = useId();
	const list = useRef<HTMLFieldSetElement>(null);
	const rows = form.values.accessories;
	const become = (next: string[], focused: number) =>
		thenFocus(
			() => form.set('accessories', next),
			() =>
				list.current?.querySelectorAll<HTMLElement>('input')[focused] ??
				list.current?.querySelector<HTMLElement>('button[data-add]'),
		);
	const add = (at: number) => {
		if (rows.length >= MOST_ACCESSORIES) return;
		become(rows.toSpliced(at, 0, ''), at);
	};
	const remove = (at: number) => become(rows.toSpliced(at, 1), Math.max(0, at - 1));
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
		if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
			event.preventDefault();
			if (rows[index]?.trim()) add(index + 1);
		} else if (event.key === 'Backspace' && rows[index] === '') {
			event.preventDefault();
			remove(index);
		}
	};
	return (
		<fieldset ref={list} className={classes.rowsField} aria-labelledby={labelId}>
			<Input.Label size="md" labelElement="div" id={labelId}>
				{field.accessories}
			</Input.Label>
			{rows.length > 0 && <Input.Description size="md">{t.accessoryHint}</Input.Description>}
			<div className={classes.rows}>
				{rows.map((name, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a row is its position; its content is being typed
					<div key={index} className={classes.pair}>
						<TextInput
							aria-label={t.accessory(index + 1)}
							maxLength={120}
							value={name}
							onChange={(event) => form.set('accessories', rows.with(index, event.currentTarget.value))}
							onKeyDown={(event) => onKeyDown(event, index)}
						/>
						<ActionIcon
							variant="subtle"
							color="gray"
							size={42}
							aria-label={t.removeAccessory(index + 1)}
							onClick={() => remove(index)}
						>
							<IconX size={18} aria-hidden />
						</ActionIcon>
					</div>
				))}
				{rows.length < MOST_ACCESSORIES && (
					<Button
						data-add
						variant="subtle"
						size="sm"
						className={classes.add ?? ''}
						leftSection={<IconPlus size={16} aria-hidden />}
						onClick={() => add(rows.length)}
					>
						{t.addAccessory}
					</Button>
				)}
			</div>
		</fieldset>
	);
}
