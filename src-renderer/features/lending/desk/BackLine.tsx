import { ActionIcon, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DueMark } from '../DueMark.tsx';
import { type Coming, changeComing, missingAccessories, without } from './desk-state.ts';
import classes from './Lines.module.css';
import { Tick, Ticks } from './Ticks.tsx';
import { texts } from './texts.ts';
import type { DeskControl } from './useDesk.ts';

interface BackLineProps {
	coming: Coming;
	isPart: boolean;
	isBackAlready: boolean;
	control: Pick<DeskControl, 'change' | 'takeAway'>;
}

/** One thing on its way back: what came with it, and how it is. */
export function BackLine({ coming, isPart, isBackAlready, control }: BackLineProps) {
	const t = useTexts(texts);
	const { line, ticks, condition, damage } = coming;
	const missing = missingAccessories(coming);
	const change = (changes: Partial<Coming>) => control.change((desk) => changeComing(desk, line.id, changes));
	const away = isPart ? t.notThere(line.itemName) : t.takeAway(line.itemName);
	return (
		<li className={classes.line} data-part={isPart || undefined}>
			<div className={classes.head}>
				<div className={classes.name}>
					<strong>{line.itemName}</strong>
					<span>{isPart ? line.itemNumber : `${line.itemNumber} · ${t.from(line.borrower.name, line.loanNumber)}`}</span>
				</div>
				{!isPart && line.isOverdue && <DueMark dueOn={line.dueOn} isOverdue />}
				<ActionIcon
					variant="subtle"
					color="gray"
					size="2.75rem"
					aria-label={away}
					onClick={() => control.takeAway((desk) => without(desk, line.itemId))}
				>
					<IconX size="1.375rem" aria-hidden />
				</ActionIcon>
			</div>
			{isBackAlready && <Warning>{t.isBackAlready}</Warning>}
			<div className={classes.terms}>
				<Ticks
					label={`${t.came}: ${line.itemName}`}
					names={line.accessoriesOut}
					ticks={ticks}
					onChange={(next) => change({ ticks: next })}
				/>
			</div>
			{missing.length > 0 && <Warning>{t.missing(missing.join(', '))}</Warning>}
			<div className={classes.terms} data-quiet>
				<Tick
					label={t.broken}
					name={`${t.broken}: ${line.itemName}`}
					checked={damage !== null}
					onChange={(checked) => change({ damage: checked ? { description: '', unusable: true } : null })}
				/>
				<Tick
					label={t.condition}
					name={`${t.condition}: ${line.itemName}`}
					checked={condition !== null}
					onChange={(checked) => change({ condition: checked ? '' : null })}
				/>
			</div>
			{damage && (
				<div className={classes.damage}>
					<Textarea
						autoFocus
						data-damage
						label={t.whatBroken}
						required
						autosize
						minRows={1}
						maxLength={2000}
						value={damage.description}
						onChange={(event) => change({ damage: { ...damage, description: event.currentTarget.value } })}
					/>
					<div className={classes.terms}>
						<Tick
							label={t.unusable}
							checked={damage.unusable}
							onChange={(unusable) => change({ damage: { ...damage, unusable } })}
						/>
					</div>
				</div>
			)}
			{condition !== null && (
				<TextInput
					autoFocus
					label={t.conditionWords}
					placeholder={line.conditionOut ?? ''}
					maxLength={200}
					value={condition}
					onChange={(event) => change({ condition: event.currentTarget.value })}
				/>
			)}
		</li>
	);
}

function Warning({ children }: { children: string }) {
	return (
		<ul className={classes.obstacles}>
			<li data-weight="asks">
				<IconAlertTriangle size="1.25rem" aria-hidden />
				<span>{children}</span>
			</li>
		</ul>
	);
}
