import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from './Story.module.css';

type CaseTab = '/fallakten/$id/ziele' | '/fallakten/$id/weitergabe' | '/fallakten/$id/foerderung';

interface Props {
	title: string;
	/** The page of the file that tells more; its way leads from the title. */
	to?: { page: CaseTab; caseId: CaseId };
	/** What is to be seen before everything else. */
	isFirst?: boolean;
	/** How much more there is than is shown. */
	more?: string | false | undefined;
	children: ReactNode;
}

/** One answer of the story panel. */
export function StoryCell({ title, to, isFirst = false, more, children }: Props) {
	const id = useId();
	return (
		<section aria-labelledby={id} className={classes.cell} data-first={isFirst || undefined}>
			<h3 className={classes.title}>
				{to ? (
					<Link id={id} to={to.page} params={{ id: to.caseId }} className={classes.way ?? ''}>
						{title}
						<IconChevronRight size={14} aria-hidden />
					</Link>
				) : (
					<span id={id}>{title}</span>
				)}
				{more && <span className={classes.more}>{more}</span>}
			</h3>
			{children}
		</section>
	);
}
