import { ActionIcon, Button, Input } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import classes from './RowsField.module.css';
import { thenFocus } from './then-focus.ts';

interface Props<Row> {
	label: string;
	rows: readonly Row[];
	/** The fields of one row. */
	fields(row: Row, index: number): ReactNode;
	max: number;
	blank: Row;
	onChange(rows: Row[]): void;
	addLabel: string;
	removeLabel(position: number): string;
}

/** A field with several rows: add one, take one away; a new row gets the focus. */
export function RowsField<Row>({ label, rows, fields, max, blank, onChange, addLabel, removeLabel }: Props<Row>) {
	const labelId = useId();
	const list = useRef<HTMLFieldSetElement>(null);
	const become = (next: Row[], focused: string) =>
		thenFocus(
			() => onChange(next),
			() => [...(list.current?.querySelectorAll<HTMLElement>(focused) ?? [])].at(-1),
		);
	return (
		<fieldset ref={list} className={classes.rowsField} aria-labelledby={labelId}>
			<Input.Label size="md" labelElement="div" id={labelId}>
				{label}
			</Input.Label>
			<div className={classes.rows}>
				{rows.map((row, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a row is its position; its content is being typed
					<div key={index} className={classes.pair}>
						{fields(row, index)}
						<ActionIcon
							variant="subtle"
							color="gray"
							size={42}
							aria-label={removeLabel(index + 1)}
							onClick={() => become(rows.toSpliced(index, 1), 'button[data-add]')}
						>
							<IconX size={18} aria-hidden />
						</ActionIcon>
					</div>
				))}
				{rows.length < max && (
					<Button
						data-add
						variant="subtle"
						size="sm"
						className={classes.add ?? ''}
						leftSection={<IconPlus size={16} aria-hidden />}
						onClick={() => become([...rows, blank], '[data-first] input, input[data-first]')}
					>
						{addLabel}
					</Button>
				)}
			</div>
		</fieldset>
	);
}
