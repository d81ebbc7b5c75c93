import { TextInput } from '@mantine/core';
import { formatMoney, moneyText } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { againstStep, asks, type Facts } from './against.ts';
import { DayField } from './DayField.tsx';
import classes from './Desk.module.css';
import { dayOf, depositOf, dueOnFor, goesHome, heads, inHouseFor, suggestedDeposit } from './desk-state.ts';
import lines from './Lines.module.css';
import { OutLine } from './OutLine.tsx';
import { Tick } from './Ticks.tsx';
import { texts } from './texts.ts';
import type { DeskControl } from './useDesk.ts';

interface OutSectionProps {
	control: DeskControl;
	facts: Facts;
}

/** What goes out, and on which terms. */
export function OutSection({ control, facts }: OutSectionProps) {
	const t = useTexts(texts);
	const { desk, change } = control;
	const units = heads(desk);
	const home = goesHome(desk);
	const [firstDay, ...otherDays] = new Set(home.map(dayOf));
	const suggested = suggestedDeposit(desk);
	const needsReason = asks(againstStep(desk, facts)) || desk.reason !== '';
	return (
		<section aria-labelledby="desk-out" className={classes.list}>
			<div className={classes.listHead}>
				<h2 id="desk-out" className={classes.title}>
					{t.out} <span className={classes.count}>{t.count(units.length)}</span>
				</h2>
				<Tick
					label={`${t.allInHouse} (F2)`}
					checked={units.length > 0 && home.length === 0}
					onChange={(checked) => change((before) => inHouseFor(before, null, checked))}
				/>
			</div>
			<ul className={lines.list}>
				{/* The newest first: nobody scrolls to see what was just scanned. */}
				{units.toReversed().map((going) => (
					<OutLine
						key={going.item.id}
						going={going}
						parts={desk.out.filter(({ kitId }) => kitId === going.item.id)}
						facts={facts}
						control={control}
					/>
				))}
			</ul>
			{(home.length > 0 || needsReason) && (
				<div className={classes.terms}>
					{home.length > 1 && (
						<DayField
							label={t.day}
							value={otherDays.length > 0 ? null : (firstDay ?? null)}
							onChange={(day) => change((before) => dueOnFor(before, null, day))}
						/>
					)}
					{home.length > 0 && (
						<TextInput
							label={t.deposit}
							description={suggested > 0 && desk.deposit !== null ? t.depositHint(formatMoney(suggested)) : undefined}
							inputWrapperOrder={['label', 'input', 'description', 'error']}
							inputMode="decimal"
							autoComplete="off"
							maxLength={12}
							maw="10rem"
							data-deposit
							value={desk.deposit ?? (suggested > 0 ? moneyText(suggested) : '')}
							error={depositOf(desk) === undefined && t.depositWrong}
							onChange={(event) => {
								const typed = event.currentTarget.value;
								change((before) => ({ ...before, deposit: typed }));
							}}
						/>
					)}
					{needsReason && (
						<TextInput
							className={classes.reason ?? ''}
							label={t.reason}
							description={t.reasonHint}
							inputWrapperOrder={['label', 'input', 'description', 'error']}
							autoComplete="off"
							maxLength={200}
							data-reason
							value={desk.reason}
							onChange={(event) => {
								const typed = event.currentTarget.value;
								change((before) => ({ ...before, reason: typed }));
							}}
						/>
					)}
				</div>
			)}
		</section>
	);
}
