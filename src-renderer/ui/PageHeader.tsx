import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';

export interface PageHeaderProps {
	title: ReactNode;
	/** One line under the title: what this is, or the numbers that matter. */
	subtitle?: ReactNode;
	/** Way back or small label above the title. */
	above?: ReactNode;
	/** Buttons at the right, the most important one last. */
	actions?: ReactNode;
}

export function PageHeader({ title, subtitle, above, actions }: PageHeaderProps) {
	return (
		<header className={classes.header}>
			<div className={classes.words}>
				{above && <div className={classes.above}>{above}</div>}
				<Title order={1} tabIndex={-1} data-page-title>
					{title}
				</Title>
				{subtitle && <div className={classes.subtitle}>{subtitle}</div>}
			</div>
			{actions && <div className={classes.actions}>{actions}</div>}
		</header>
	);
}
