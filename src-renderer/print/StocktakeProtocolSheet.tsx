import { formatDay, formatInstant } from '#renderer/i18n/format.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import type { Standing } from '#shared/features/stocktake/contract.ts';
import { isOpen } from '#shared/features/stocktake/findings.ts';
import type { FindingRow, StocktakeAction, StocktakeFinding } from '#shared/features/stocktake/model.ts';
import lists from './LendingList.module.css';
import { PaperHead } from './PaperHead.tsx';
import classes from './StocktakeProtocolSheet.module.css';

export interface StocktakeProtocolSheetProps {
	rows: readonly FindingRow[];
	standing: Standing;
	profile: SiteProfile;
	/** Of each list no more than this; left out: all. */
	most?: number;
}

const TITLES: readonly (readonly [StocktakeFinding, string])[] = [
	['missing', 'Fehlt'],
	['misplaced', 'Am falschen Ort'],
	['returned', 'Zurück, noch als verliehen eingetragen'],
	['twice', 'An zwei Orten gezählt'],
	['unexpected', 'Nicht erwartet'],
	['unknown', 'Unbekannte Nummer'],
	['on_loan', 'Verliehen'],
	['found', 'Gefunden'],
];

const SETTLED: Record<StocktakeAction, string> = {
	moved: 'Ort im Inventar geändert',
	moved_back: 'zurückgestellt',
	marked_missing: 'als vermisst eingetragen',
	taken_back: 'Rückgabe nachgetragen',
	made_active: 'wieder da',
	created: 'im Inventar angelegt',
	ignored: 'zur Kenntnis genommen',
	undone: '',
};

/** What was found when, by whom, with what followed. For the files: no names of borrowers. Always German, black on white. */
export function StocktakeProtocolSheet({ rows, standing, profile, most }: StocktakeProtocolSheetProps) {
	const { stocktake, counters } = standing;
	const { name, location, category, finishedAt, finishedByName } = stocktake;
	const groups = TITLES.map(([finding, title]) => ({ title, rows: rows.filter((row) => row.finding === finding) }));
	const scope = [location && `Ort ${location}`, category && `Kategorie ${category}`].filter(Boolean).join(', ');
	return (
		<article className={lists.sheet} lang="de">
			<PaperHead
				profile={profile}
				title="Inventurprotokoll"
				facts={`${name} · ${scope || 'das ganze Inventar'} · ${
					finishedAt === null
						? `Zwischenstand ${formatInstant(Date.now())}`
						: `abgeschlossen ${formatInstant(finishedAt)} von ${finishedByName ?? '?'}`
				}`}
			/>
			<div className={classes.overview}>
				<table className={lists.table}>
					<thead>
						<tr>
							<th scope="col">Ergebnis</th>
							<th scope="col">Anzahl</th>
							<th scope="col">Davon offen</th>
						</tr>
					</thead>
					<tbody>
						{groups.map(({ title, rows: of }) => (
							<tr key={title}>
								<th scope="row">{title}</th>
								<td>{of.length}</td>
								<td>{of.filter(isOpen).length}</td>
							</tr>
						))}
					</tbody>
				</table>
				<table className={lists.table}>
					<thead>
						<tr>
							<th scope="col">Gezählt von</th>
							<th scope="col">Von</th>
							<th scope="col">Bis</th>
							<th scope="col">Anzahl</th>
						</tr>
					</thead>
					<tbody>
						{counters.map((counter) => (
							<tr key={`${counter.name} ${counter.from}`}>
								<th scope="row">{counter.name}</th>
								<td>{formatInstant(counter.from)}</td>
								<td>{formatInstant(counter.until)}</td>
								<td>{counter.scans}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<div className={classes.signatures}>
				<span>Ort, Datum</span>
				<span>Für die Inventur</span>
				<span>Gesehen</span>
			</div>
			<table className={lists.table}>
				<thead>
					<tr>
						<th scope="col">Nummer</th>
						<th scope="col">Gegenstand</th>
						<th scope="col">Gehört nach</th>
						<th scope="col">Gezählt</th>
						<th scope="col">Erledigt</th>
					</tr>
				</thead>
				{groups
					.filter(({ rows: of }) => of.length > 0)
					.map(({ title, rows: of }) => (
						<tbody key={title}>
							<tr>
								<th colSpan={5} scope="rowgroup" className={lists.group}>
									{title} ({of.length})
								</th>
							</tr>
							{of.slice(0, most).map((row) => (
								<tr key={row.itemId ?? row.number}>
									<td className={lists.fixed}>{row.number}</td>
									<td>{row.name || '–'}</td>
									<td>{row.location ?? '–'}</td>
									<td>{countedOf(row)}</td>
									<td>{row.settled === null ? (isOpen(row) ? 'offen' : '') : SETTLED[row.settled]}</td>
								</tr>
							))}
						</tbody>
					))}
			</table>
		</article>
	);
}

function countedOf({ shelves, countedAt, loan }: FindingRow): string {
	const where = shelves.join(', ');
	const when = countedAt === null ? '' : formatDay(countedAt);
	return [where, when, loan && `Ausleihe ${loan}`].filter(Boolean).join(' · ') || '–';
}
