import type { Block } from './blocks.ts';
import classes from './EventBody.module.css';

/** What stands inside a block: what it is first, then when and where, as far as there is room. */
export function EventBody({ block, title }: { block: Block; title: string }) {
	const { from, until, roomName } = block;
	const place = roomName ?? (block.what === 'session' ? block.session.place : null);
	const isCancelled = block.what === 'session' && block.session.state === 'cancelled';
	return (
		<span className={classes.body} data-busy={block.what === 'busy' || undefined} data-cancelled={isCancelled || undefined}>
			<span className={classes.title}>{title}</span>
			<span className={classes.when}>
				{from}–{until}
				{place && ` · ${place}`}
			</span>
		</span>
	);
}
