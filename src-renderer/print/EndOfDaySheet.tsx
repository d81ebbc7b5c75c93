import { formatInstant } from '#renderer/i18n/format.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { KitLine } from '#shared/features/lending/kit-lines.ts';
import type { OpenLine } from '#shared/features/lending/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './LendingList.module.css';
import { PaperHead } from './PaperHead.tsx';

export interface EndOfDaySheetProps {
	groups: readonly { readonly name: 'inHouse' | 'dueToday' | 'overdue'; readonly bundles: readonly KitLine<OpenLine>[] }[];
	borrowers: ReadonlyMap<string, Pick<BorrowerRow, 'phone'>>;
	profile: SiteProfile;
}

const TITLES = { inHouse: 'Noch vor Ort in Benutzung', dueToday: 'Heute fällig', overdue: 'Überfällig' };

/** To go through the shelves and the phone with: what is still out of what had to be back. For the staff only. */
export function EndOfDaySheet({ groups, borrowers, profile }: EndOfDaySheetProps) {
	const shown = groups.filter(({ bundles }) => bundles.length > 0);
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead profile={profile} title="Was noch draußen ist" facts={`Stand ${formatInstant(Date.now())} · nur für das Team`} />
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col" className={classes.fixed}>
							Da
						</th>
						<th scope="col">Nummer</th>
						<th scope="col">Gegenstand</th>
						<th scope="col">Entleiher/in</th>
						<th scope="col">Telefon</th>
						<th scope="col">Fällig</th>
					</tr>
				</thead>
				{shown.map(({ name, bundles }) => (
					<tbody key={name}>
						<tr>
							<th colSpan={6} scope="rowgroup" className={classes.group}>
								{TITLES[name]} ({bundles.length})
							</th>
						</tr>
						{bundles.map(({ line, parts }) => (
							<tr key={line.id}>
								<td>
									<span className={classes.box} />
								</td>
								<td className={classes.fixed}>{line.itemNumber}</td>
								<td>
									<strong>{line.itemName}</strong>
									<Along names={[...parts.map(({ itemName }) => itemName), ...line.accessoriesOut]} />
								</td>
								<td>{line.borrower.name}</td>
								<td className={classes.fixed}>{formatted(borrowers.get(line.borrower.id)?.phone)}</td>
								<td className={classes.fixed}>{formatLocalDate(line.dueOn)}</td>
							</tr>
						))}
					</tbody>
				))}
			</table>
		</article>
	);
}

const formatted = (phone: string | null | undefined) => (phone ? formatPhone(phone) : '–');

function Along({ names }: { names: readonly string[] }) {
	return names.length > 0 && <span className={classes.along}>mit {names.join(', ')}</span>;
}
