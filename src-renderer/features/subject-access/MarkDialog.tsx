import { Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { markOn, type Range, sameWords } from '#shared/features/subject-access/blacken.ts';
import { type Extract, LONGEST_QUOTE, type Mark, type MarkReason } from '#shared/features/subject-access/model.ts';
import { ReasonField } from './ReasonField.tsx';
import type { Row } from './rows-of.ts';
import { texts } from './texts.ts';

export interface MarkDialogProps {
	extract: Extract;
	recordId: string;
	row: Row;
	/** Selected already. */
	range: Range | null;
	marks: readonly Mark[];
	onMark(marks: readonly Mark[]): void;
	onClose(): void;
}

/** What of a passage is blackened, and why; the same words elsewhere go along when somebody wants it. */
export function MarkDialog({ extract, recordId, row, range, marks, onMark, onClose }: MarkDialogProps) {
	const t = useTexts(texts);
	const only = row.values.length === 1 && row.values[0]?.isFree ? row.values[0] : undefined;
	const text = only ? String(only.leaf.value) : '';
	const [chosen, setChosen] = useState(range);
	const [reason, setReason] = useState<MarkReason>('third_party');
	const [isEverywhere, setEverywhere] = useState(true);
	const field = useRef<HTMLTextAreaElement>(null);
	useEffect(() => {
		if (range) field.current?.setSelectionRange(range.from, range.to);
	}, [range]);

	const made = row.values.map(({ leaf, isFree }) => markOn(recordId, leaf, only && isFree ? chosen : null, reason));
	const words = only ? text.slice(chosen?.from ?? 0, chosen?.to) : '';
	const others = words.length > LONGEST_QUOTE ? [] : sameWords(extract, words, [...marks, ...made]);
	const save = async () => {
		const also = isEverywhere ? others.map((one) => markOn(one.recordId, one.leaf, one.range, reason)) : [];
		onMark([...made, ...also]);
	};
	const values = { chosen, reason, isEverywhere };
	return (
		<FormDialog
			title={t.markTitle(row.label)}
			values={values}
			// Nothing was typed: what is chosen here is chosen again in a moment.
			initial={values}
			isComplete
			save={save}
			refresh={() => Promise.resolve()}
			onClose={onClose}
			saveWord={t.blacken}
			size="lg"
		>
			{only && (
				<Stack gap="xs">
					<Textarea
						ref={field}
						label={t.passage}
						readOnly
						autosize
						minRows={2}
						maxRows={12}
						value={text}
						onSelect={({ currentTarget: { selectionStart: from, selectionEnd: to } }) =>
							setChosen(to > from ? { from, to } : null)
						}
						data-autofocus
					/>
					<Text size="sm" c="dimmed" aria-live="polite">
						{chosen ? t.selected(shortened(words)) : t.wholeHint}
					</Text>
				</Stack>
			)}
			<ReasonField value={reason} onChange={setReason} />
			{others.length > 0 && (
				<Checkbox
					label={t.elsewhere(others.length)}
					checked={isEverywhere}
					onChange={({ currentTarget }) => setEverywhere(currentTarget.checked)}
				/>
			)}
		</FormDialog>
	);
}

const shortened = (words: string): string => (words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)} …` : words);
