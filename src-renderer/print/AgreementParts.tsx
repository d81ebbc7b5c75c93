import type { ReactNode } from 'react';
import { CURRENT_VERSION } from '#shared/features/consents/form-texts.ts';
import type { Person } from '#shared/features/people/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './AgreementSheet.module.css';

/** What the papers that a client signs have in common. */

type Signer = Pick<Person, 'firstName' | 'lastName' | 'birthDate' | 'addressExtra' | 'street' | 'postcode' | 'city'>;

/** Who agrees; null leaves lines to write on. */
export function Who({ person }: { person: Signer | null }) {
	const address = person && [person.addressExtra, person.street, [person.postcode, person.city].filter(Boolean).join(' ')];
	return (
		<dl className={classes.who}>
			<dt>Name</dt>
			<dd>
				<OrLine>{person && [person.firstName, person.lastName].filter(Boolean).join(' ')}</OrLine>
			</dd>
			<dt>Geburtsdatum</dt>
			<dd>
				<OrLine>{person?.birthDate ? formatLocalDate(person.birthDate) : null}</OrLine>
			</dd>
			<dt>Anschrift</dt>
			<dd>
				<OrLine>{address?.filter(Boolean).join(', ')}</OrLine>
			</dd>
		</dl>
	);
}

/** What is known, or a line to write it on. */
export function OrLine({ children }: { children: string | null | undefined }) {
	return children ? children : <span className={classes.blank} />;
}

export function Rights({ rights }: { rights: readonly string[] }) {
	return (
		<>
			<h2>Meine Rechte</h2>
			<ul className={classes.rights}>
				{rights.map((right) => (
					<li key={right}>{right}</li>
				))}
			</ul>
		</>
	);
}

/** Lines to sign on, in which language it was explained, and which wording this is. */
export function AgreementEnd({ form, children }: { form: string; children?: ReactNode }) {
	return (
		<div className={classes.end}>
			{children}
			<div className={classes.signatures}>
				<span>Ort, Datum</span>
				<span>Unterschrift (bei Minderjährigen auch der Eltern)</span>
			</div>
			<div className={classes.explained}>
				Erklärt auf (Sprache) <span /> von <span />
			</div>
			<p className={classes.version}>
				{form}, Fassung {CURRENT_VERSION}
			</p>
		</div>
	);
}
