import { Loader } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { texts } from '../texts.ts';
import { Unshown } from './Instead.tsx';
import { openPdf, type PdfRefusal, PdfRefused } from './open-pdf.ts';
import { PdfPage } from './PdfPage.tsx';
import classes from './Preview.module.css';
import { useZoom } from './useZoom.ts';
import { ViewTools } from './ViewTools.tsx';

/** A PDF page by page. */
export function PdfView({ bytes, title }: { bytes: Uint8Array; title: string }) {
	const t = useTexts(texts);
	const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
	const [refused, setRefused] = useState<PdfRefusal | null>(null);
	const [at, setAt] = useState(1);
	const of = pdf?.numPages ?? 1;
	const turn = (by: 1 | -1) => setAt((now) => Math.min(of, Math.max(1, now + by)));
	const zoom = useZoom(turn);
	const frame = useElementSize();
	useEffect(() => {
		let close: (() => Promise<void>) | null = null;
		let isGone = false;
		openPdf(bytes)
			.then((opened) => {
				close = opened.close;
				if (isGone) void close();
				else setPdf(opened.pdf);
			})
			.catch((error: unknown) => {
				if (!isGone) setRefused(error instanceof PdfRefused ? error.why : 'broken');
			});
		return () => {
			isGone = true;
			void close?.();
		};
	}, [bytes]);
	if (refused) return <Unshown>{refused === 'locked' ? t.lockedPdf : t.brokenPdf}</Unshown>;
	return (
		<>
			<ViewTools zoom={zoom} keys={of > 1 ? t.keys : t.keysPage} pages={{ at, of, turn }} />
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its frame is scrolled by keyboard too */}
			<section className={classes.frame} tabIndex={0} aria-label={title} ref={frame.ref}>
				{pdf && frame.width > 0 ? (
					<PdfPage
						key={at}
						pdf={pdf}
						at={at}
						width={frame.width * zoom.scale}
						label={t.page(at, of)}
						onBroken={() => setRefused('broken')}
					/>
				) : (
					<Loader />
				)}
			</section>
		</>
	);
}
