import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Section.module.css';

export interface SectionProps {
	title: ReactNode;
	description?: ReactNode;
	/** Small buttons beside the title. */
	actions?: ReactNode;
	/** `plain` has no card around it, for lists that bring their own lines. */
	variant?: 'card' | 'plain';
	children: ReactNode;
}

/** One subject of a page, with its heading; named for screen readers. */
export function Section({ title, description, actions, variant = 'card', children }: SectionProps) {
	const id = useId();
	return (
		<section aria-labelledby={id} className={classes.section} data-variant={variant}>
			<div className={classes.head}>
				<div className={classes.words}>
					<Title order={2} id={id}>
						{title}
					</Title>
					{description && <div className={classes.description}>{description}</div>}
				</div>
				{actions && <div className={classes.actions}>{actions}</div>}
			</div>
			<div className={classes.body}>{children}</div>
		</section>
	);
}
