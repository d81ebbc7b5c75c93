import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { Head } from '#shared/features/attendance/model.ts';
import classes from './Attendance.module.css';
import { headsWords } from './heads-words.ts';
import { unmarkWithUndo } from './mark.ts';
import { texts } from './texts.ts';

/** Who is entered, in the order written. */
export function PresentList({ present, capacity }: { present: readonly Head[]; capacity: number | null }) {
	const t = useTexts(texts);
	const list = useRef<HTMLUListElement>(null);
	/** Where the focus goes once the row it was in is gone. */
	const removedAt = useRef<number | null>(null);
	const named = present.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }]));
	const nameless = present.length - named.length;
	useEffect(() => {
		const at = removedAt.current;
		if (at === null || named.length === 0) return;
		removedAt.current = null;
		const buttons = list.current?.querySelectorAll('button') ?? [];
		(buttons[Math.min(at, buttons.length - 1)] as HTMLElement | undefined)?.focus();
	}, [named.length]);
	const remove = async ({ id, name }: (typeof named)[number], at: number) => {
		removedAt.current = at;
		try {
			await unmarkWithUndo([id], t.removed(name));
		} catch (error) {
			showError(error);
		}
	};
	return (
		<Section title={t.present} description={<span role="status">{headsWords(present.length, capacity)}</span>}>
			{present.length === 0 && <p className={classes.quiet}>{t.presentNone}</p>}
			{named.length > 0 && (
				<ul className={classes.present} ref={list}>
					{named.map((head, at) => (
						<li key={head.id}>
							<span>{head.name}</span>
							<ActionIcon
								variant="subtle"
								color="gray"
								size={32}
								aria-label={t.remove(head.name)}
								onClick={() => void remove(head, at)}
							>
								<IconX size={18} aria-hidden />
							</ActionIcon>
						</li>
					))}
				</ul>
			)}
			{nameless > 0 && <p className={classes.namelessSum}>{t.anonymous(nameless)}</p>}
		</Section>
	);
}
