import { ActionIcon, Group } from '@mantine/core';
import { IconArrowsHorizontal, IconChevronLeft, IconChevronRight, IconMinus, IconPlus } from '@tabler/icons-react';
import { formatPercent } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { texts } from '../texts.ts';
import classes from './Preview.module.css';
import type { Zoom } from './useZoom.ts';

interface Props {
	zoom: Zoom;
	/** Which keys do what. */
	keys: string;
	pages?: { readonly at: number; readonly of: number; turn(by: 1 | -1): void };
}

/** Turning pages and zooming. */
export function ViewTools({ zoom, keys, pages }: Props) {
	const t = useTexts(texts);
	const button = { variant: 'default', size: 36 } as const;
	return (
		<div className={classes.tools}>
			{pages && pages.of > 1 && (
				<Group gap="xs" wrap="nowrap">
					<ActionIcon {...button} aria-label={t.pageBefore} disabled={pages.at <= 1} onClick={() => pages.turn(-1)}>
						<IconChevronLeft size={18} aria-hidden />
					</ActionIcon>
					<span role="status" className={classes.number}>
						{t.page(pages.at, pages.of)}
					</span>
					<ActionIcon {...button} aria-label={t.pageAfter} disabled={pages.at >= pages.of} onClick={() => pages.turn(1)}>
						<IconChevronRight size={18} aria-hidden />
					</ActionIcon>
				</Group>
			)}
			<Group gap="xs" wrap="nowrap">
				<ActionIcon {...button} aria-label={t.smaller} disabled={zoom.isSmallest} onClick={zoom.smaller}>
					<IconMinus size={18} aria-hidden />
				</ActionIcon>
				<span role="status" aria-label={t.zoom(formatPercent(zoom.scale))} className={classes.number}>
					{formatPercent(zoom.scale)}
				</span>
				<ActionIcon {...button} aria-label={t.larger} disabled={zoom.isLargest} onClick={zoom.larger}>
					<IconPlus size={18} aria-hidden />
				</ActionIcon>
				<ActionIcon {...button} aria-label={t.fit} disabled={zoom.scale === 1} onClick={zoom.reset}>
					<IconArrowsHorizontal size={18} aria-hidden />
				</ActionIcon>
			</Group>
			<span className={classes.keys}>{keys}</span>
		</div>
	);
}
