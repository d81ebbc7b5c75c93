import { Button, Checkbox, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { LineBack, OpenLine } from '#shared/features/lending/model.ts';
import { takeBack, wholly } from '../take-back.ts';
import { dialogTexts } from './dialog-texts.ts';
import classes from './TakeBack.module.css';

type Line = Pick<OpenLine, 'id' | 'itemNumber' | 'itemName' | 'accessoriesOut'>;

interface Draft extends LineBack {
	/** A part of a kit that did not come along stays out. */
	readonly isHere: boolean;
	/** By position: the same accessory may belong to it twice. */
	readonly ticks: readonly boolean[];
}

const draftOf = (line: Line): Draft => ({ ...wholly(line), isHere: true, ticks: line.accessoriesOut.map(() => true) });

interface TakeBackProps {
	lines: readonly Line[];
	onClose(): void;
	/** Something is back; the dialog is closed by then. */
	onBack?(): void;
}

/** Takes lines back away from the desk: a single item, or a kit with its parts. Enter takes everything back as it went out. */
export function TakeBack({ lines, onClose, onBack }: TakeBackProps) {
	const t = useTexts(dialogTexts);
	const [drafts, setDrafts] = useState(() => lines.map(draftOf));
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const back = drafts
		.filter(({ isHere }) => isHere)
		.map(({ lineId, ticks, condition, damage }) => ({
			lineId,
			accessories: accessoriesOf(lines, lineId, ticks),
			condition: condition?.trim() || null,
			damage,
		}));
	const undescribed = back.some(({ damage }) => damage?.description.trim() === '');
	const name = lines[0]?.itemName ?? '';
	const save = useMutation({
		mutationFn: () => takeBack(back, back.length === lines.length ? name : null),
		onSuccess: () => {
			onClose();
			onBack?.();
		},
	});
	const change = (index: number, changes: Partial<Draft>) =>
		setDrafts((before) => before.map((draft, at) => (at === index ? { ...draft, ...changes } : draft)));
	return (
		<Modal opened onClose={onClose} title={<strong>{t.backTitle(name)}</strong>} returnFocus={false}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (!undescribed && back.length > 0) save.mutate();
				}}
			>
				<Stack>
					{(lines.length > 1 || lines.some(({ accessoriesOut }) => accessoriesOut.length > 0)) && <Text>{t.backIntro}</Text>}
					{lines.map((line, index) => {
						const draft = drafts[index];
						return (
							draft && (
								<LineFields
									key={line.id}
									line={line}
									draft={draft}
									several={lines.length > 1}
									tried={tried}
									onChange={(changes) => change(index, changes)}
								/>
							)
						);
					})}
					<DialogActions notice={<ErrorNotice error={save.error} />}>
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" data-autofocus disabled={back.length === 0} loading={save.isPending}>
							{t.backSave}
						</Button>
					</DialogActions>
				</Stack>
			</form>
		</Modal>
	);
}

interface LineFieldsProps {
	line: Line;
	draft: Draft;
	several: boolean;
	tried: boolean;
	onChange(changes: Partial<Draft>): void;
}

function LineFields({ line, draft, several, tried, onChange }: LineFieldsProps) {
	const t = useTexts(dialogTexts);
	const { damage } = draft;
	return (
		<fieldset className={classes.line} data-several={several || undefined}>
			<legend className={classes.legend}>
				<span>{line.itemNumber}</span> {line.itemName}
			</legend>
			{several && (
				<Checkbox
					label={t.cameAlong(line.itemName)}
					checked={draft.isHere}
					onChange={(event) => onChange({ isHere: event.currentTarget.checked })}
				/>
			)}
			{draft.isHere && (
				<>
					{line.accessoriesOut.map((name, index) => (
						<Checkbox
							// biome-ignore lint/suspicious/noArrayIndexKey: the same thing may belong to it twice
							key={index}
							label={name}
							checked={draft.ticks[index] ?? false}
							onChange={(event) => onChange({ ticks: draft.ticks.with(index, event.currentTarget.checked) })}
						/>
					))}
					{!several && (
						<TextInput
							label={t.condition}
							description={t.conditionHint}
							maxLength={200}
							value={draft.condition ?? ''}
							onChange={(event) => onChange({ condition: event.currentTarget.value })}
						/>
					)}
					<Checkbox
						label={t.damaged}
						checked={damage !== null}
						onChange={(event) => onChange({ damage: event.currentTarget.checked ? { description: '', unusable: true } : null })}
					/>
					{damage && (
						<>
							<Textarea
								label={t.damage}
								required
								autosize
								minRows={2}
								maxLength={2000}
								value={damage.description}
								error={tried && damage.description.trim() === '' ? t.damageMissing : undefined}
								onChange={(event) => onChange({ damage: { ...damage, description: event.currentTarget.value } })}
							/>
							<Checkbox
								label={t.unusable}
								checked={damage.unusable}
								onChange={(event) => onChange({ damage: { ...damage, unusable: event.currentTarget.checked } })}
							/>
						</>
					)}
				</>
			)}
		</fieldset>
	);
}

function accessoriesOf(lines: readonly Line[], lineId: string, ticks: readonly boolean[]): string[] {
	return lines.find(({ id }) => id === lineId)?.accessoriesOut.filter((_, index) => ticks[index]) ?? [];
}
