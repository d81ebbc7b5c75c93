import { paperLongDay } from '#renderer/i18n/format.ts';
import type { Session } from '#shared/features/offers/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { PaperHead } from './PaperHead.tsx';
import classes from './SignInSheet.module.css';
import { ALWAYS_FREE, linesOnPaper, MOST_LINES } from './sign-in-lines.ts';

export interface SignInSheetProps {
	profile: SiteProfile;
	session: Session;
	/** Who leads it; empty when nobody does. */
	leaders: string;
	/** Printed into the first lines. */
	names: readonly string[];
	/** The day until which names are kept. */
	keptUntil: LocalDate;
}

/** A sheet for a session that people sign; its numbered lines are typed in again by number. */
export function SignInSheet({ profile, session, leaders, names, keptUntil }: SignInSheetProps) {
	const { name, day, from, until, roomName, place, capacity } = session;
	const printed = names.slice(0, MOST_LINES - ALWAYS_FREE);
	const count = linesOnPaper(capacity, printed.length);
	const where = [roomName, place].filter(Boolean).join(', ');
	const facts = [`${paperLongDay(day)}, ${from} – ${until} Uhr`, where, leaders && `Leitung: ${leaders}`];
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead profile={profile} title={`Teilnahmeliste ${name}`} facts={facts.filter(Boolean).join(' · ')} />
			<p className={classes.why}>
				Wir zählen, wie viele Menschen zu uns kommen, und weisen das denen nach, die unsere Arbeit bezahlen. Weitergegeben wird
				nur die Zahl, nie ein Name. Ihren Namen dürfen Sie weglassen: Dann machen Sie hier einen Strich. Die Namen bewahren wir
				bis zum {formatLocalDate(keptUntil)} auf; das Blatt wird vernichtet, sobald es eingetragen ist.
			</p>
			<p className={classes.nameless}>
				<span>ohne Namen: </span>
				<i />
				<span> Personen</span>
			</p>
			<table className={classes.lines}>
				<thead>
					<tr>
						<th scope="col">Nr.</th>
						<th scope="col">Name in Druckschrift</th>
						<th scope="col">Unterschrift oder Häkchen</th>
					</tr>
				</thead>
				<tbody>
					{Array.from({ length: count }, (_, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
						<tr key={at}>
							<td>{at + 1}</td>
							<td>{printed[at]}</td>
							<td />
						</tr>
					))}
				</tbody>
			</table>
		</article>
	);
}
