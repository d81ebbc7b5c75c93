import { useQuery } from '@tanstack/react-query';
import { formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { useNow } from '#renderer/ui/useNow.ts';
import { RepairStage } from '#shared/features/repairs/model.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { boardTexts } from './board-texts.ts';
import classes from './Wall.module.css';

/** So many fit below each other on a screen. */
const MOST = 6;

/** For a screen that everybody sees: numbers, things and stages, and nobody's name. */
export function WallPage() {
	const t = useTexts(boardTexts);
	const now = useNow(10_000);
	const found = useQuery(api.repairs.board.queryOptions());
	const today = localDateOf(now);
	// Numbers begin anew every day: one of another day would be called twice.
	const rows = (found.data ?? []).filter(({ day }) => day === today);
	return (
		<main className={classes.wall}>
			<header className={classes.head}>
				<h1>{t.wallTitle}</h1>
				<time>{formatTime(now)}</time>
			</header>
			{found.data && rows.length === 0 && <p className={classes.empty}>{t.wallEmpty}</p>}
			{rows.length > 0 && (
				<div className={classes.columns}>
					{RepairStage.options.map((stage) => {
						const all = rows.filter((row) => row.stage === stage);
						const shown = stage === 'done' ? all.slice(-MOST).toReversed() : all.slice(0, MOST);
						return (
							<section key={stage} className={classes.column} data-stage={stage} aria-labelledby={`wand-${stage}`}>
								<h2 id={`wand-${stage}`}>{t.column[stage]}</h2>
								<ul>
									{shown.map(({ id, number, item }) => (
										<li key={id}>
											<strong>{number}</strong>
											<span>{item}</span>
										</li>
									))}
								</ul>
								{all.length > shown.length && <p className={classes.more}>{t.more(all.length - shown.length)}</p>}
							</section>
						);
					})}
				</div>
			)}
		</main>
	);
}
