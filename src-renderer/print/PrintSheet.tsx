import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import classes from './PrintSheet.module.css';

/**
 * A page for paper: on the screen a preview, in print the only thing there is. The printed copy hangs beside the
 * application's root, so that no layout of the screen can cut or scale it.
 */
export function PrintSheet({ label, children }: { label: string; children: ReactNode }) {
	const [container, setContainer] = useState<HTMLElement | null>(null);
	useEffect(() => {
		const element = document.createElement('div');
		element.className = classes.printed ?? '';
		document.body.append(element);
		document.body.classList.add(classes.printing ?? '');
		setContainer(element);
		return () => {
			element.remove();
			document.body.classList.remove(classes.printing ?? '');
		};
	}, []);
	return (
		<>
			<section className={classes.preview} aria-label={label}>
				{children}
			</section>
			{container && createPortal(children, container)}
		</>
	);
}
