import { Button, Checkbox, Menu } from '@mantine/core';
import { IconCheck, IconMailForward, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatRelative } from '#renderer/i18n/format.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showNotice } from '#renderer/ui/undo-toast.tsx';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import { bundleKits } from '#shared/features/lending/kit-lines.ts';
import type { Reminder, ReminderWay } from '#shared/features/lending/model.ts';
import { BorrowerLink } from '../BorrowerLink.tsx';
import { DueMark } from '../DueMark.tsx';
import { EmailDialog } from './EmailDialog.tsx';
import { noteReminded } from './note-reminded.ts';
import classes from './Reminders.module.css';
import { texts } from './texts.ts';

const WAYS = ['phone', 'in_person', 'letter', 'email'] as const satisfies readonly ReminderWay[];

interface ReminderEntriesProps {
	reminders: readonly Reminder[];
	/** Borrowers who are to get a letter. */
	ticked: readonly string[];
	onTick(ids: readonly string[]): void;
	/** Borrowers with an address. */
	postable: readonly string[];
}

/** One entry for each person; ticks choose who gets a letter. */
export function ReminderEntries({ reminders, ticked, onTick, postable }: ReminderEntriesProps) {
	const t = useTexts(texts);
	const [writing, setWriting] = useState<Reminder | null>(null);
	const anyTicked = postable.some((id) => ticked.includes(id));
	return (
		<Section
			title={t.people}
			actions={
				postable.length > 0 && (
					<Button size="compact-md" variant="subtle" onClick={() => onTick(anyTicked ? [] : postable)}>
						{anyTicked ? t.tickNone : t.tickAll}
					</Button>
				)
			}
		>
			<ul className={classes.entries}>
				{reminders.map((reminder) => {
					const { id } = reminder.borrower;
					return (
						<Entry
							key={id}
							reminder={reminder}
							ticked={postable.includes(id) ? ticked.includes(id) : null}
							onTick={(tick) => onTick(tick ? [...ticked, id] : ticked.filter((other) => other !== id))}
							onWrite={() => setWriting(reminder)}
						/>
					);
				})}
			</ul>
			{writing && <EmailDialog reminder={writing} onClose={() => setWriting(null)} />}
		</Section>
	);
}

interface EntryProps {
	reminder: Reminder;
	/** Null: no letter can be sent. */
	ticked: boolean | null;
	onTick(tick: boolean): void;
	onWrite(): void;
}

function Entry({ reminder, ticked, onTick, onWrite }: EntryProps) {
	const t = useTexts(texts);
	const { borrower, lines, lastAt } = reminder;
	const name = borrowerName(borrower);
	const note = async (way: ReminderWay) => {
		try {
			await noteReminded([reminder], way);
			showNotice(t.noted(name, t.way[way]));
		} catch (error) {
			showError(error);
		}
	};
	return (
		<li className={classes.entry}>
			<Checkbox
				className={classes.tick ?? ''}
				aria-label={t.tick(name)}
				checked={ticked ?? false}
				disabled={ticked === null}
				onChange={(event) => onTick(event.currentTarget.checked)}
			/>
			<div className={classes.who}>
				<strong>
					<BorrowerLink id={borrower.id} name={name} />
				</strong>
				<span className={classes.quiet}>{borrower.number}</span>
				{borrower.phone !== null && (
					<span className={classes.reach}>
						<IconPhone size="1rem" aria-hidden />
						{formatPhone(borrower.phone)}
					</span>
				)}
				{borrower.email !== null && <span className={classes.reach}>{borrower.email}</span>}
				{ticked === null && <span className={classes.quiet}>{t.noAddress}</span>}
			</div>
			<ul className={classes.lines}>
				{bundleKits(lines).map(({ line }) => (
					<li key={line.id}>
						<span>
							<span className={classes.number}>{line.itemNumber}</span>
							<Link to="/ausleihe/ausleihen/$id" params={{ id: line.loanId }}>
								{line.itemName}
							</Link>
						</span>
						<DueMark dueOn={line.dueOn} isOverdue={line.isOverdue} />
					</li>
				))}
			</ul>
			<div className={classes.actions}>
				<Button
					size="compact-md"
					variant="default"
					leftSection={<IconMailForward size={16} aria-hidden />}
					aria-label={t.emailOf(name)}
					onClick={onWrite}
				>
					{t.email}
				</Button>
				<Menu position="bottom-end">
					<Menu.Target>
						<Button
							size="compact-md"
							variant="default"
							leftSection={<IconCheck size={16} aria-hidden />}
							aria-label={t.remindedOf(name)}
						>
							{t.reminded}
						</Button>
					</Menu.Target>
					<Menu.Dropdown>
						{WAYS.map((way) => (
							<Menu.Item key={way} onClick={() => void note(way)}>
								{t.way[way]}
							</Menu.Item>
						))}
					</Menu.Dropdown>
				</Menu>
				<span className={classes.quiet}>{lastAt === null ? t.never : t.last(formatRelative(lastAt))}</span>
			</div>
		</li>
	);
}
