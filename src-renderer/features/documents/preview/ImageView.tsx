import { useEffect, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { texts } from '../texts.ts';
import { Unshown } from './Instead.tsx';
import classes from './Preview.module.css';
import { useZoom } from './useZoom.ts';
import { ViewTools } from './ViewTools.tsx';

interface Props {
	bytes: Uint8Array<ArrayBuffer>;
	/** One of those that the browser takes for an image and nothing else: never SVG. */
	mediaType: string;
	title: string;
}

export function ImageView({ bytes, mediaType, title }: Props) {
	const t = useTexts(texts);
	const zoom = useZoom();
	const [url, setUrl] = useState<string | null>(null);
	const [isBroken, setBroken] = useState(false);
	useEffect(() => {
		const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [bytes, mediaType]);
	if (isBroken) return <Unshown>{t.brokenImage}</Unshown>;
	return (
		<>
			<ViewTools zoom={zoom} />
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its frame is scrolled by keyboard too */}
			<section className={classes.frame} tabIndex={0} aria-label={title}>
				{url && (
					<img
						src={url}
						alt={title}
						className={classes.image}
						data-fits={zoom.scale <= 1 || undefined}
						style={{ width: `${zoom.scale * 100}%` }}
						onError={() => setBroken(true)}
					/>
				)}
			</section>
		</>
	);
}
