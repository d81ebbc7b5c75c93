import { useTexts } from '#renderer/i18n/texts.ts';
import { bundleKits } from '#shared/features/lending/kit-lines.ts';
import type { Facts } from './against.ts';
import { BackLine } from './BackLine.tsx';
import classes from './Desk.module.css';
import lines from './Lines.module.css';
import { texts } from './texts.ts';
import type { DeskControl } from './useDesk.ts';

interface BackSectionProps {
	control: DeskControl;
	facts: Facts;
}

/** What comes back, a kit's parts under the kit. */
export function BackSection({ control, facts }: BackSectionProps) {
	const t = useTexts(texts);
	const { back } = control.desk;
	const bundles = bundleKits(back.map(({ line }) => line)).toReversed();
	return (
		<section aria-labelledby="desk-back" className={classes.list}>
			<div className={classes.listHead}>
				<h2 id="desk-back" className={classes.title}>
					{t.back} <span className={classes.count}>{t.count(bundles.length)}</span>
				</h2>
			</div>
			<ul className={lines.list}>
				{/* The newest first: nobody scrolls to see what was just scanned. */}
				{bundles.flatMap(({ line, parts }) =>
					[line, ...parts].flatMap(({ id }) => {
						const coming = back.find((each) => each.line.id === id);
						if (!coming) return [];
						return [
							<BackLine
								key={id}
								coming={coming}
								isPart={id !== line.id}
								isBackAlready={facts.backAlready.has(id)}
								control={control}
							/>,
						];
					}),
				)}
			</ul>
		</section>
	);
}
