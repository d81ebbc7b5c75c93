import { Checkbox, Chip, Group, Input, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { NoteTemplates } from '#renderer/features/letters/NoteTemplates.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { insertText } from '#renderer/ui/insert-text.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { ContactKind, ContactTopic } from '#shared/features/cases/model.ts';
import { parseWallTime } from '#shared/kernel/berlin-time.ts';
import classes from './Contact.module.css';
import type { ContactValues } from './contactValues.ts';
import { PrivateNoteField } from './PrivateNoteField.tsx';
import { texts } from './texts.ts';

interface Props {
	values: ContactValues;
	onChange(changes: Partial<ContactValues>): void;
	/** Saving was tried: what is missing is said. */
	tried: boolean;
	/** Offers to make the next step a to-do. */
	withTodo: boolean;
	/** Only the author of a note may keep a private one with it. */
	withPrivateNote: boolean;
	/** Only one line of the text, until somebody begins to write. */
	isShort?: boolean;
}

/** The fields of a contact note, new or being edited. */
export function ContactFieldset({ values, onChange, tried, isShort = false, ...rest }: Props) {
	const t = useTexts(texts);
	const text = useRef<HTMLTextAreaElement>(null);
	return (
		<>
			<Textarea
				ref={text}
				label={t.text}
				{...(isShort && { 'aria-keyshortcuts': 'Alt+N' })}
				{...(isShort && { labelProps: { className: classes.unseen } })}
				placeholder={isShort ? t.begin : t.textHint}
				autosize
				minRows={isShort ? 1 : 4}
				maxRows={24}
				maxLength={100_000}
				value={values.text}
				error={tried && !values.text.trim() && t.textMissing}
				onChange={(event) => onChange({ text: event.currentTarget.value })}
			/>
			{!isShort && (
				<>
					<NoteTemplates
						onInsert={(words) => text.current && insertText(text.current, words, (value) => onChange({ text: value }), true)}
					/>
					<Details values={values} onChange={onChange} tried={tried} {...rest} />
				</>
			)}
		</>
	);
}

function Details({ values, onChange, tried, withTodo, withPrivateNote }: Omit<Props, 'isShort'>) {
	const t = useTexts(texts);
	const topicsId = useId();
	const [timeLeft, setTimeLeft] = useState(false);
	const timeProblem = parseWallTime(values.time) === null && (timeLeft || tried);
	return (
		<>
			<div className={classes.facts}>
				<Select
					{...scrollingOptions}
					label={t.kindLabel}
					data={ContactKind.options.map((kind) => ({ value: kind, label: t.kind[kind] }))}
					value={values.kind}
					allowDeselect={false}
					onChange={(kind) => onChange({ kind: ContactKind.parse(kind) })}
				/>
				<DateField
					label={t.day}
					required
					withAsterisk={false}
					maw="100%"
					value={values.day}
					onChange={(day) => day && onChange({ day })}
				/>
				<TextInput
					label={t.time}
					inputMode="numeric"
					maxLength={8}
					value={values.time}
					error={timeProblem && t.timeUnreadable}
					onChange={(event) => onChange({ time: event.currentTarget.value })}
					onFocus={(event) => event.currentTarget.select()}
					onBlur={() => {
						setTimeLeft(true);
						const time = parseWallTime(values.time);
						if (time !== null && time !== values.time) onChange({ time });
					}}
				/>
				<NumberInput
					label={t.duration}
					min={0}
					max={24 * 60}
					step={15}
					allowDecimal={false}
					value={values.duration}
					onChange={(duration) => onChange({ duration: typeof duration === 'number' ? duration : 0 })}
				/>
			</div>
			<div>
				<Input.Label size="md" labelElement="div" id={topicsId}>
					{t.topicsLabel}
				</Input.Label>
				<Chip.Group
					multiple
					value={values.topics}
					onChange={(topics) => onChange({ topics: topics.map((topic) => ContactTopic.parse(topic)) })}
				>
					<Group gap="xs" role="group" aria-labelledby={topicsId}>
						{ContactTopic.options.map((topic) => (
							<Chip key={topic} value={topic} size="sm">
								{t.topic[topic]}
							</Chip>
						))}
					</Group>
				</Chip.Group>
			</div>
			<div className={classes.next}>
				<TextInput
					label={t.nextStep}
					maxLength={300}
					value={values.nextStep}
					onChange={(event) => onChange({ nextStep: event.currentTarget.value })}
				/>
				<DateField label={t.nextStepDue} value={values.nextStepDue} onChange={(nextStepDue) => onChange({ nextStepDue })} />
			</div>
			{withTodo && values.nextStep.trim() !== '' && (
				<Checkbox
					label={t.asTodo}
					checked={values.asTodo}
					onChange={(event) => onChange({ asTodo: event.currentTarget.checked })}
				/>
			)}
			{withPrivateNote && <PrivateNoteField value={values.privateNote} onChange={(privateNote) => onChange({ privateNote })} />}
		</>
	);
}
