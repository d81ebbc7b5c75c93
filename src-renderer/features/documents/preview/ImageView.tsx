import { useElementSize } from '@mantine/hooks';
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
	const [natural, setNatural] = useState<{ width: number; height: number } | null>(null);
	const frame = useElementSize();
	// The whole image, but none blown up beyond its own size.
	const fitting = natural && Math.min(natural.width, frame.width, (frame.height * natural.width) / natural.height);
	useEffect(() => {
		const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [bytes, mediaType]);
	if (isBroken) return <Unshown>{t.brokenImage}</Unshown>;
	return (
		<>
			<ViewTools zoom={zoom} keys={t.keysImage} />
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its frame is scrolled by keyboard too */}
			<section className={classes.frame} tabIndex={0} aria-label={title} ref={frame.ref}>
				{url && (
					<img
						src={url}
						alt={title}
						className={classes.image}
						style={fitting === null ? { visibility: 'hidden' } : { width: fitting * zoom.scale }}
						onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setNatural({ width, height })}
						onError={() => setBroken(true)}
					/>
				)}
			</section>
		</>
	);
}
