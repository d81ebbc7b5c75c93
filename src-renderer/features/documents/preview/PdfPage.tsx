import { VisuallyHidden } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { texts } from '../texts.ts';
import classes from './Preview.module.css';

interface Props {
	pdf: PDFDocumentProxy;
	/** From 1. */
	at: number;
	/** CSS pixels. */
	width: number;
	label: string;
	onBroken(): void;
}

/** More points than this take memory and show nothing more. */
const MOST_POINTS = 16_000_000;

/** One page as a picture, with its text for those who cannot see it. */
export function PdfPage({ pdf, at, width, label, onBroken }: Props) {
	const t = useTexts(texts);
	const canvas = useRef<HTMLCanvasElement>(null);
	const [text, setText] = useState('');
	const [isDrawn, setDrawn] = useState(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the page is drawn anew when it, or its size, is another
	useEffect(() => {
		let stop: (() => void) | null = null;
		let isGone = false;
		const draw = async () => {
			const page = await pdf.getPage(at);
			const natural = page.getViewport({ scale: 1 });
			const wanted = (width / natural.width) * window.devicePixelRatio;
			const most = Math.sqrt(MOST_POINTS / (natural.width * natural.height));
			const viewport = page.getViewport({ scale: Math.min(wanted, most) });
			if (isGone || !canvas.current) return;
			// Drawn beside the page first: while one zooms, what is there stays until the new picture is ready.
			const picture = document.createElement('canvas');
			picture.width = Math.max(1, Math.floor(viewport.width));
			picture.height = Math.max(1, Math.floor(viewport.height));
			const task = page.render({ canvas: picture, viewport });
			stop = () => task.cancel();
			await task.promise;
			if (isGone || !canvas.current) return;
			canvas.current.width = picture.width;
			canvas.current.height = picture.height;
			canvas.current.getContext('2d')?.drawImage(picture, 0, 0);
			setDrawn(true);
			const { items } = await page.getTextContent();
			if (!isGone) setText(items.map((item) => ('str' in item ? item.str : '')).join(' '));
		};
		draw().catch(() => {
			if (!isGone) onBroken();
		});
		return () => {
			isGone = true;
			stop?.();
		};
	}, [pdf, at, width]);
	return (
		<>
			<canvas ref={canvas} role="img" aria-label={label} aria-busy={!isDrawn} className={classes.pdfPage} style={{ width }} />
			<VisuallyHidden>
				<section aria-label={t.textOf}>{text}</section>
			</VisuallyHidden>
		</>
	);
}
