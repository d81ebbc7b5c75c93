import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { thenFocus } from '#renderer/ui/then-focus.ts';
import classes from './Hours.module.css';
import { type ClosureValues, NO_CLOSURE } from './hours-values.ts';
import { ImportClosures } from './ImportClosures.tsx';
import { texts } from './texts.ts';

interface Props {
	closures: readonly ClosureValues[];
	onChange(closures: ClosureValues[]): void;
	/** What does not fit in a field (`closures.0.name`), once it is to be said. */
	problem(field: string): string | undefined;
	onLeave(field: string): void;
}

/** As many as the records hold. */
const MOST = 200;

/** Days on which the house is closed besides the usual week and public holidays. */
export function ClosureFields({ closures, onChange, problem, onLeave }: Props) {
	const t = useTexts(texts);
	const root = useRef<HTMLFieldSetElement>(null);
	const change = (index: number, changes: Partial<ClosureValues>) =>
		onChange(closures.map((closure, position) => (position === index ? { ...closure, ...changes } : closure)));
	const become = (next: ClosureValues[], focused: string) =>
		thenFocus(
			() => onChange(next),
			() => [...(root.current?.querySelectorAll<HTMLElement>(focused) ?? [])].at(-1),
		);
	return (
		<fieldset ref={root} className={classes.fields}>
			<legend className={classes.legend}>{t.closures}</legend>
			<p className={classes.hint}>{t.closuresHint}</p>
			<ul className={classes.closures}>
				{closures.map((closure, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a row is its position; its content is being typed
					<li key={index} className={classes.closure}>
						<DateField
							aria-label={t.closureFrom(index + 1)}
							placeholder={t.firstDay}
							data-first-day
							value={closure.from}
							error={problem(`closures.${index}.from`)}
							onChange={(from) => change(index, { from })}
							onBlur={() => onLeave(`closures.${index}.from`)}
						/>
						<span aria-hidden>{t.to}</span>
						<DateField
							aria-label={t.closureUntil(index + 1)}
							placeholder={t.lastDay}
							value={closure.until}
							error={problem(`closures.${index}.until`)}
							onChange={(until) => change(index, { until })}
							onBlur={() => onLeave(`closures.${index}.until`)}
						/>
						<TextInput
							className={classes.occasion ?? ''}
							aria-label={t.closureName(index + 1)}
							placeholder={t.occasion}
							maxLength={120}
							value={closure.name}
							error={problem(`closures.${index}.name`)}
							onChange={(event) => change(index, { name: event.currentTarget.value })}
							onBlur={() => onLeave(`closures.${index}.name`)}
						/>
						<ActionIcon
							variant="subtle"
							color="gray"
							size={42}
							aria-label={t.removeClosure(index + 1)}
							onClick={() => become(closures.toSpliced(index, 1), 'button[data-add]')}
						>
							<IconX size={18} aria-hidden />
						</ActionIcon>
					</li>
				))}
			</ul>
			{closures.length < MOST && (
				<Button
					data-add
					variant="subtle"
					size="sm"
					mt="xs"
					leftSection={<IconPlus size={16} aria-hidden />}
					onClick={() => become([...closures, NO_CLOSURE], 'input[data-first-day]')}
				>
					{t.addClosure}
				</Button>
			)}
			{closures.length < MOST && (
				<ImportClosures room={MOST - closures.length} onTake={(found) => onChange([...closures, ...found])} />
			)}
		</fieldset>
	);
}
