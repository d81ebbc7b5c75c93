import { addressLines } from '#renderer/features/people/words.ts';
import type { ExportFacts } from '#renderer/features/subject-access/archive.ts';
import { fieldWords } from '#renderer/features/subject-access/field-words.ts';
import { informationOf, NOT_INCLUDED } from '#renderer/features/subject-access/information.ts';
import { currentWords, rowsOf } from '#renderer/features/subject-access/rows-of.ts';
import { texts as subjectTexts } from '#renderer/features/subject-access/texts.ts';
import { formatDay, formatInstant } from '#renderer/i18n/format.ts';
import { countReasons } from '#shared/features/subject-access/file.ts';
import { historyPrefix } from '#shared/features/subject-access/leaves.ts';
import type { Fields, SubjectRecord } from '#shared/features/subject-access/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { PaperHead } from './PaperHead.tsx';
import { Signatures } from './Signatures.tsx';
import classes from './SubjectSheet.module.css';

const t = subjectTexts.de;
const words = fieldWords.de;
type Names = ExportFacts['extract']['names'];

/** All that is stored about somebody, for that somebody, behind a letter that says what the law wants said. Always German. */
export function SubjectSheet(facts: ExportFacts) {
	const { extract } = facts;
	return (
		<article className={classes.sheet} lang="de">
			<Letter {...facts} />
			{extract.sections.map(({ section, records }) => (
				<section key={section} className={classes.section}>
					<h2>{words.section[section]}</h2>
					{section === 'accesses' ? (
						<Accesses records={records} names={extract.names} />
					) : (
						records.map((record) => <Entry key={record.id} record={record} facts={facts} />)
					)}
				</section>
			))}
		</article>
	);
}

function Letter(facts: ExportFacts) {
	const { person, profile, madeBy, identity, remark, extract, reasons, withheld, at } = facts;
	const name = [person.title, person.firstName, person.lastName].filter(Boolean).join(' ');
	const address = [name, ...addressLines(person)];
	return (
		<div className={classes.letter}>
			<PaperHead
				profile={profile}
				title="Auskunft über Ihre gespeicherten Daten"
				facts={`nach Art. 15 DSGVO · ${formatDay(at)} · Personennummer ${person.number}`}
			/>
			<address className={classes.address}>
				{address.map((line) => (
					<div key={line}>{line}</div>
				))}
			</address>
			<p>Guten Tag,</p>
			<p>
				Sie möchten wissen, was wir über Sie gespeichert haben. Auf den folgenden Seiten steht alles, Abschnitt für Abschnitt, mit
				den Änderungen und damit, wer Ihre Akte wann gelesen hat.
			</p>
			<p>
				Ihre Identität hat {madeBy} am {formatLocalDate(identity.checkedOn)} geprüft ({t.proof[identity.proof]}).
			</p>
			<p>{blackenedWords(reasons)}</p>
			{withheld.length > 0 && (
				<p>
					{withheld.length === 1 ? 'Eine Unterlage legen wir' : `${withheld.length} Unterlagen legen wir`} nicht bei:{' '}
					{reasonWords(withheld.map(({ reason }) => reason))}.
				</p>
			)}
			{remark && <p className={classes.text}>{remark}</p>}
			{informationOf(extract).map(({ title, text }) => (
				<section key={title} className={classes.information}>
					<h3>{title}</h3>
					<p>{text}</p>
				</section>
			))}
			<section className={classes.information}>
				<h3>Was nicht dabei ist</h3>
				<ul>
					{NOT_INCLUDED.map((one) => (
						<li key={one}>{one}</li>
					))}
					{extract.missing.map((vault) => (
						<li key={vault}>{t.missing[vault]}</li>
					))}
				</ul>
			</section>
			<Signatures lines={['Datum', madeBy]} />
		</div>
	);
}

/** `3 Stellen sind geschwärzt, weil …` */
function blackenedWords(reasons: ExportFacts['reasons']): string {
	if (reasons.length === 0) return 'Geschwärzt ist nichts.';
	const count =
		reasons.length === 1
			? '1 Stelle ist geschwärzt (██), weil sie nicht nur Sie betrifft oder geschützt ist'
			: `${reasons.length} Stellen sind geschwärzt (██), weil sie nicht nur Sie betreffen oder geschützt sind`;
	return `${count}: ${reasonWords(reasons)}. Frühere Fassungen geschwärzter Angaben sind es auch.`;
}

/** `Rechte Dritter (2), anderer Grund (1)` */
const reasonWords = (reasons: ExportFacts['reasons']): string =>
	countReasons(reasons)
		.map(({ reason, count }) => `${t.reason[reason]} (${count})`)
		.join(', ');

function Entry({ record, facts: { extract, withheld } }: { record: SubjectRecord; facts: ExportFacts }) {
	const { table, fields, history, fileNumber, createdAt, removedAt, by } = record;
	const isOut = withheld.find(({ documentId }) => documentId === record.id);
	const earlier = history.slice(0, -1).filter((change) => Object.keys(change.fields).length > 0);
	return (
		<div className={classes.entry}>
			<h3>
				{words.table[table] ?? table}{' '}
				<small>
					{[
						fileNumber && t.file(fileNumber),
						t.writtenOn(formatDay(createdAt)),
						by,
						removedAt !== null && t.deleted(formatDay(removedAt)),
					]
						.filter(Boolean)
						.join(' · ')}
				</small>
			</h3>
			<Facts table={table} fields={fields} names={extract.names} />
			{table === 'document' && isOut && <p>Inhalt {t.contentOut(t.reason[isOut.reason])}</p>}
			{history.length > 1 && (
				<div className={classes.history}>
					<p>
						Geändert:{' '}
						{history
							.slice(1)
							.map(
								(change) => `${formatInstant(change.at)} von ${change.by} (${currentWords(table, changedFields(change), words)})`,
							)
							.join('; ')}
					</p>
					{earlier.map((change) => {
						const at = history.indexOf(change);
						return (
							<div key={at}>
								<p>Bis dahin stand dort, geschrieben am {formatInstant(change.at)}:</p>
								<Facts table={table} fields={change.fields} names={extract.names} prefix={historyPrefix(at)} />
							</div>
						);
					})}
				</div>
			)}
		</div>
	);
}

const changedFields = ({ fields, current }: SubjectRecord['history'][number]) => [...Object.keys(fields), ...current];

function Facts({ table, fields, names, prefix = '' }: { table: string; fields: Fields; names: Names; prefix?: string }) {
	return (
		<dl className={classes.facts}>
			{rowsOf(table, fields, prefix, names, words, 'de').map(({ label, values }) => (
				<div key={values[0]?.leaf.path}>
					<dt>{label}</dt>
					<dd>{values.map(({ shown }) => shown).join(', ')}</dd>
				</div>
			))}
		</dl>
	);
}

/** Very many short lines. */
function Accesses({ records, names }: { records: readonly SubjectRecord[]; names: Names }) {
	return (
		<table className={classes.table}>
			<thead>
				<tr>
					<th scope="col">Zeitpunkt</th>
					<th scope="col">Akte</th>
					<th scope="col">Wer</th>
					<th scope="col">Was</th>
				</tr>
			</thead>
			<tbody>
				{records.map(({ id, table, createdAt, fileNumber, by, device, fields }) => (
					<tr key={id}>
						<td>{formatInstant(createdAt)}</td>
						<td>{fileNumber}</td>
						<td>
							{by} ({device})
						</td>
						<td>
							{rowsOf(table, fields, '', names, words, 'de')
								.map(({ values }) => values.map(({ shown }) => shown).join(', '))
								.join(', ')}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
