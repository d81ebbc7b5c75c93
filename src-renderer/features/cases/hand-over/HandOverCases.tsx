import { Checkbox } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { CaseRow } from '#shared/features/cases/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from './HandOver.module.css';
import { texts } from './texts.ts';

interface Props {
	rows: readonly CaseRow[];
	without: ReadonlySet<CaseId>;
	onChange(without: ReadonlySet<CaseId>): void;
	error: string | null;
}

/** The current case files of somebody, ticked where they are handed over. */
export function HandOverCases({ rows, without, onChange, error }: Props) {
	const t = useTexts(texts);
	const chosen = rows.filter(({ id }) => !without.has(id)).length;
	const toggle = (id: CaseId, isChosen: boolean) => {
		const next = new Set(without);
		if (isChosen) next.delete(id);
		else next.add(id);
		onChange(next);
	};
	return (
		<>
			<div className={classes.bar}>
				<Checkbox
					label={t.all}
					checked={chosen === rows.length}
					indeterminate={chosen > 0 && chosen < rows.length}
					error={error}
					onChange={() => onChange(chosen === rows.length ? new Set(rows.map(({ id }) => id)) : new Set())}
				/>
				<span className={classes.quiet} role="status">
					{t.chosen(chosen, rows.length)}
				</span>
			</div>
			<ul className={classes.cases}>
				{rows.map(({ id, clientName, number, concern }) => (
					<li key={id}>
						<Checkbox
							label={clientName}
							description={[number, concern].filter(Boolean).join(' · ')}
							checked={!without.has(id)}
							onChange={(event) => toggle(id, event.currentTarget.checked)}
						/>
					</li>
				))}
			</ul>
		</>
	);
}
