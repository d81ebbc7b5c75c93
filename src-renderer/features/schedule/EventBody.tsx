import type { Block } from './blocks.ts';
import classes from './EventBody.module.css';

/** What stands inside a block: what it is first, then when and where, as far as there is room. */
export function EventBody({ block, title }: { block: Block; title: string }) {
	const short = block.what === 'busy' ? block.busy.counsellorNames.map(familyName).join(', ') : title;
	const { from, until, roomName } = block;
	const place = roomName ?? (block.what === 'session' ? block.session.place : null);
	const isCancelled = block.what === 'session' && block.session.state === 'cancelled';
	return (
		<span className={classes.body} data-busy={block.what === 'busy' || undefined} data-cancelled={isCancelled || undefined}>
			<span className={classes.title}>{short}</span>
			<span className={classes.when}>
				{from}–{until}
				{place && ` · ${place}`}
			</span>
		</span>
	);
}

/** In a calendar that is full of it, whose counselling it is says more than that it is counselling. */
const familyName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
