import { Badge, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import classes from './Businesses.module.css';
import { refreshBusinesses } from './refresh-businesses.ts';
import { texts } from './texts.ts';

interface Part {
	readonly id: string;
	readonly name: string;
}

interface Props<One extends Part> {
	title: string;
	empty: string;
	/** What the button says to screen readers. */
	addLabel: string;
	/** Marks the main one of several. */
	mainMark: string;
	/** The main one first. */
	parts: readonly One[];
	/** Below its name. */
	facts(part: One): ReactNode;
	dialog(part: One | null, isMain: boolean | null, onClose: () => void): ReactNode;
	remove(part: One): Promise<void>;
	restore(part: One): Promise<void>;
	removed(name: string): string;
}

/** Sites or contacts of a business: what they are, and what can be done with them. */
export function PartsSection<One extends Part>(props: Props<One>) {
	const { title, empty, addLabel, mainMark, parts, facts, dialog, remove, restore, removed } = props;
	const t = useTexts(texts);
	const [editing, setEditing] = useState<One | 'new' | null>(null);
	const takeOut = async (part: One) => {
		try {
			await remove(part);
		} catch (error) {
			showError(error);
			return;
		}
		showUndo(removed(part.name), async () => {
			await restore(part);
			await refreshBusinesses();
		});
		await refreshBusinesses();
		// The row with the button that had the focus is gone.
		document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
	};
	const several = parts.length > 1;
	const isMain =
		editing === null || editing === 'new' ? (parts.length > 0 ? false : null) : several ? editing === parts[0] : null;
	return (
		<Section
			title={title}
			actions={
				<Button
					size="compact-md"
					variant="light"
					leftSection={<IconPlus size={16} aria-hidden />}
					aria-label={addLabel}
					onClick={() => setEditing('new')}
				>
					{t.add}
				</Button>
			}
		>
			{parts.length === 0 ? (
				<span className={classes.quiet}>{empty}</span>
			) : (
				<ul className={classes.rows}>
					{parts.map((part, at) => (
						<li key={part.id} className={classes.row}>
							<span className={classes.name}>
								{part.name}
								{several && at === 0 && (
									<Badge color="petrol" variant="light" tt="none">
										{mainMark}
									</Badge>
								)}
							</span>
							{facts(part)}
							<span className={classes.buttons}>
								<Button size="compact-sm" variant="default" aria-label={t.changeOf(part.name)} onClick={() => setEditing(part)}>
									{t.change}
								</Button>
								<Button
									size="compact-sm"
									variant="default"
									aria-label={t.takeOutOf(part.name)}
									onClick={() => void takeOut(part)}
								>
									{t.takeOut}
								</Button>
							</span>
						</li>
					))}
				</ul>
			)}
			{editing !== null && dialog(editing === 'new' ? null : editing, isMain, () => setEditing(null))}
		</Section>
	);
}
