import { formatInstant } from '#renderer/i18n/format.ts';
import type { ItemRow } from '#shared/features/inventory/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './LendingList.module.css';
import { PaperHead } from './PaperHead.tsx';
import own from './TestListSheet.module.css';

export interface TestListSheetProps {
	rows: readonly Pick<ItemRow, 'id' | 'number' | 'name' | 'maker' | 'type' | 'location' | 'testedUntil'>[];
	profile: SiteProfile;
}

/** For whoever comes to test: one line for each device, to tick and to sign. */
export function TestListSheet({ rows, profile }: TestListSheetProps) {
	const count = rows.length === 1 ? '1 Gerät' : `${rows.length} Geräte`;
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead
				profile={profile}
				title="Prüfliste Elektrogeräte"
				facts={`Wiederholungsprüfung nach DGUV Vorschrift 3 · ${count} · Stand ${formatInstant(Date.now())}`}
			/>
			<table className={`${classes.table} ${own.table}`}>
				<thead>
					<tr>
						<th scope="col">Nummer</th>
						<th scope="col">Gerät</th>
						<th scope="col">Lagerort</th>
						<th scope="col">Gültig bis</th>
						<th scope="col">OK</th>
						<th scope="col">Nicht OK</th>
						<th scope="col">Unterschrift</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.id}>
							<td className={classes.fixed}>{row.number}</td>
							<td>
								<strong>{row.name}</strong>
								{(row.maker ?? row.type) !== null && (
									<span className={classes.along}>{[row.maker, row.type].filter(Boolean).join(' ')}</span>
								)}
							</td>
							<td>{row.location ?? '–'}</td>
							<td className={classes.fixed}>{row.testedUntil === null ? '–' : formatLocalDate(row.testedUntil)}</td>
							<td>
								<span className={classes.box} />
							</td>
							<td>
								<span className={classes.box} />
							</td>
							<td className={own.sign} />
						</tr>
					))}
				</tbody>
			</table>
			<dl className={own.end}>
				<dt>Geprüft am</dt>
				<dd />
				<dt>Neue Prüfung gültig bis</dt>
				<dd />
				<dt>Name der prüfenden Person</dt>
				<dd />
			</dl>
		</article>
	);
}
