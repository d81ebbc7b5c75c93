import { Alert, Skeleton } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Copies, Erasure } from '#shared/features/privacy/model.ts';
import classes from './Privacy.module.css';
import { texts } from './texts.ts';

interface Props {
	erased: readonly Erasure[] | undefined;
	/** Undefined: being looked at; null: the share cannot be. */
	copies: readonly Copies[] | null | undefined;
}

/** That somebody was erased, and until when there are copies. */
export function ErasedList({ erased, copies }: Props) {
	const t = useTexts(texts);
	const isWaiting = copies?.some(({ feeds }) => !feeds.isGone && feeds.waitingFor.length > 0);
	return (
		<Section title={t.erased} description={t.erasedHint}>
			{erased === undefined && <Skeleton height={80} />}
			{erased?.length === 0 && (
				<EmptyState icon={<IconEraser />} title={t.noneErased}>
					{t.noneErasedWords}
				</EmptyState>
			)}
			{erased !== undefined && erased.length > 0 && copies === null && (
				<Alert color="clay" role="status">
					{t.noShare}
				</Alert>
			)}
			<ul className={classes.rows}>
				{erased?.map((one) => (
					<li key={one.id} className={classes.row}>
						<div className={classes.words}>
							<span className={classes.name}>{t.erasedBy(formatDay(one.at), one.byName)}</span>
							<span className={classes.quiet}>
								{t.eraseReason[one.reason]} · {t.erasedCount(one.counts.reduce((sum, { count }) => sum + count, 0))}
							</span>
							<CopiesOf copies={copies?.find(({ id }) => id === one.id)} />
						</div>
					</li>
				))}
			</ul>
			{isWaiting && <p className={classes.quiet}>{t.waitingWords}</p>}
		</Section>
	);
}

function CopiesOf({ copies }: { copies: Copies | undefined }) {
	const t = useTexts(texts);
	if (!copies) return null;
	const { feeds, snapshots } = copies;
	const names = feeds.waitingFor.map(({ name, lastAt }) => t.device(name, lastAt === null ? null : formatDay(lastAt))).join(', ');
	return (
		<dl className={classes.copies}>
			<dt>{t.feeds}</dt>
			<dd>
				{feeds.isGone
					? t.feedsGone
					: names === ''
						? t.feedsExpected(formatDay(feeds.expectedAt))
						: t.feedsWaiting(formatDay(feeds.expectedAt), names)}
			</dd>
			<dt>{t.snapshots}</dt>
			<dd>{snapshots.until === null ? t.snapshotsGone : t.snapshotsUntil(snapshots.count, formatDay(snapshots.until))}</dd>
			<dt>{t.disks}</dt>
			<dd>{t.disksWords}</dd>
		</dl>
	);
}
