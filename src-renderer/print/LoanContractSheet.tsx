import { QRCodeSVG } from 'qrcode.react';
import { formatDay, paperLongDay } from '#renderer/i18n/format.ts';
import { paperMoney } from '#renderer/i18n/money.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import { type Borrower, borrowerName } from '#shared/features/borrowers/model.ts';
import type { LendingRules, Loan } from '#shared/features/lending/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { contractRows } from './contract-rows.ts';
import classes from './LoanContractSheet.module.css';
import { PaperHead } from './PaperHead.tsx';
import { postalAddress } from './postal-address.ts';

export interface LoanContractSheetProps {
	loan: Loan;
	borrower: Borrower;
	rules: Pick<LendingRules, 'liabilityText' | 'houseRulesText'>;
	profile: SiteProfile;
	/** The usual week in words; null: never open. */
	open: string | null;
}

/** The contract for what goes home, to be signed by both. Always German, black on white. */
export function LoanContractSheet({ loan, borrower, rules, profile, open }: LoanContractSheetProps) {
	const rows = contractRows(loan.lineList);
	const paid = loan.deposits.filter(({ what }) => what === 'paid');
	const days = new Set(rows.map(({ dueOn }) => dueOn));
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead
				profile={profile}
				title="Leihvertrag"
				facts={`Nummer ${loan.number} · ausgegeben am ${formatDay(loan.issuedAt)}`}
				code={
					<QRCodeSVG
						value={loan.number}
						level="M"
						marginSize={2}
						title={`QR-Code der Ausleihe ${loan.number}`}
						className={classes.code}
					/>
				}
			/>
			<div className={classes.parties}>
				<section>
					<h2>Verleih</h2>
					<p>
						<strong>{profile.organisation}</strong>
					</p>
					<p>{profile.name}</p>
					<p>vertreten durch {loan.issuedByName}</p>
				</section>
				<section>
					<h2>Entleiher/in</h2>
					<p>
						<strong>{borrowerName(borrower)}</strong>
					</p>
					{postalAddress(borrower).map((line) => (
						<p key={line}>{line}</p>
					))}
					<p>Karte {borrower.number}</p>
					{borrower.phone !== null && <p>Telefon {formatPhone(borrower.phone)}</p>}
					{borrower.idSeenOn !== null && <p>Ausweis gesehen am {formatLocalDate(borrower.idSeenOn)}</p>}
				</section>
			</div>
			<table className={classes.items}>
				<thead>
					<tr>
						<th scope="col">Nummer</th>
						<th scope="col">Gegenstand und Zubehör</th>
						<th scope="col">Zustand</th>
						{days.size > 1 && <th scope="col">Zurück bis</th>}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.id} data-part={row.isPart || undefined}>
							<td>{row.number}</td>
							<td>
								<strong>{row.name}</strong>
								{row.accessories.length > 0 && (
									<ul className={classes.accessories}>
										{row.accessories.map((name, index) => (
											// biome-ignore lint/suspicious/noArrayIndexKey: the same thing may belong to it twice
											<li key={index}>{name}</li>
										))}
									</ul>
								)}
							</td>
							<td>{row.condition ?? (row.isPart ? null : 'keine Mängel bekannt')}</td>
							{days.size > 1 && <td>{formatLocalDate(row.dueOn)}</td>}
						</tr>
					))}
				</tbody>
			</table>
			<dl className={classes.terms}>
				<dt>Zurück bis</dt>
				<dd>{days.size > 1 ? 'siehe oben bei jedem Gegenstand' : [...days].map(paperLongDay)}</dd>
				{open !== null && (
					<>
						<dt>Geöffnet</dt>
						<dd className={classes.hours}>{open}</dd>
					</>
				)}
				<dt>Pfand</dt>
				<dd>
					{paid.length === 0
						? 'keines'
						: paid.map(({ cents, receipt }) => `${paperMoney(cents)} (Quittung ${receipt})`).join(', ')}
				</dd>
			</dl>
			<Paragraphs title="Bedingungen" text={rules.liabilityText} />
			<Paragraphs title="Hausregeln der Ausleihe" text={rules.houseRulesText} />
			<div className={classes.end}>
				<p className={classes.agreed}>
					Ich habe die genannten Gegenstände erhalten und bin mit den Bedingungen und Hausregeln einverstanden.
				</p>
				<div className={classes.signatures}>
					<Signature>Ort, Datum</Signature>
					<Signature>Unterschrift Entleiher/in</Signature>
					<Signature>Unterschrift für den Verleih</Signature>
				</div>
				<div className={classes.return}>
					<strong>Rückgabe</strong>
					<span className={classes.tick}>vollständig</span>
					<span className={classes.tick}>ohne Schaden</span>
					<span className={classes.blank}>am</span>
					<span className={classes.blank} data-long>
						angenommen von
					</span>
				</div>
			</div>
		</article>
	);
}

function Signature({ children }: { children: string }) {
	return <span className={classes.signature}>{children}</span>;
}

/** As written in the settings: an empty line begins a paragraph. */
function Paragraphs({ title, text }: { title: string; text: string }) {
	return (
		<section className={classes.rules}>
			<h2>{title}</h2>
			<ol>
				{text.split(/\n\s*\n/).map((paragraph) => (
					<li key={paragraph}>{paragraph}</li>
				))}
			</ol>
		</section>
	);
}
