import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import classes from './PrintSheet.module.css';

export interface PrintSheetProps {
	label: string;
	children: ReactNode;
	/** What is printed, where the preview shows only its beginning. */
	printed?: () => ReactNode;
}

/**
 * A page for paper: on the screen a preview, in print the only thing there is. The printed copy hangs beside the
 * application's root, so that no layout of the screen can cut or scale it.
 */
export function PrintSheet({ label, children, printed }: PrintSheetProps) {
	return (
		<>
			<section className={classes.preview} aria-label={label}>
				{children}
			</section>
			{printed ? <PrintedOnly>{printed}</PrintedOnly> : <Printed>{children}</Printed>}
		</>
	);
}

/** The same without a preview, made when printing begins (with Ctrl+P too): for long lists, of which the screen draws a part. */
export function PrintedOnly({ children }: { children: () => ReactNode }) {
	const [printing, setPrinting] = useState(false);
	useEffect(() => {
		const begin = () => flushSync(() => setPrinting(true));
		const end = () => setPrinting(false);
		window.addEventListener('beforeprint', begin);
		window.addEventListener('afterprint', end);
		return () => {
			window.removeEventListener('beforeprint', begin);
			window.removeEventListener('afterprint', end);
		};
	}, []);
	return printing && <Printed>{children()}</Printed>;
}

function Printed({ children }: { children: ReactNode }) {
	const [container] = useState(() => document.createElement('div'));
	useLayoutEffect(() => {
		container.className = classes.printed ?? '';
		document.body.append(container);
		document.body.classList.add(classes.printing ?? '');
		return () => {
			container.remove();
			document.body.classList.remove(classes.printing ?? '');
		};
	}, [container]);
	return createPortal(children, container);
}
