import { Fragment, type ReactNode } from 'react';
import type { KnownClient } from '#renderer/features/cases/useClient.ts';
import { CURRENT_VERSION } from '#shared/features/consents/form-texts.ts';
import type { Person } from '#shared/features/people/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './AgreementSheet.module.css';

/** What the papers that a client signs have in common. */

/** Who agrees; blank leaves lines to write on. */
export function Who({ client, isBlank }: { client: KnownClient; isBlank: boolean }) {
	return (
		<dl className={classes.who}>
			{whoRows(client).map(([name, value]) => (
				<Fragment key={name}>
					<dt>{name}</dt>
					<dd>
						<OrLine>{isBlank ? null : value}</OrLine>
					</dd>
				</Fragment>
			))}
		</dl>
	);
}

function whoRows({ person, business }: KnownClient): [name: string, value: string | null][] {
	if (business === null) {
		return [
			['Name', [person.firstName, person.lastName].filter(Boolean).join(' ')],
			['Geburtsdatum', person.birthDate && formatLocalDate(person.birthDate)],
			['Anschrift', addressOf(person)],
		];
	}
	const [contact] = business.contacts;
	const [site] = business.sites;
	return [
		['Unternehmen', business.name],
		['vertreten durch', contact ? [contact.name, contact.role].filter(Boolean).join(', ') : null],
		['Anschrift', site ? addressOf(site) : null],
	];
}

const addressOf = ({ addressExtra, street, postcode, city }: Address): string =>
	[addressExtra, street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
type Address = Pick<Person, 'addressExtra' | 'street' | 'postcode' | 'city'>;

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
export function AgreementEnd({ client, form, children }: { client: KnownClient; form: string; children?: ReactNode }) {
	return (
		<div className={classes.end}>
			{children}
			<div className={classes.signatures}>
				<span>Ort, Datum</span>
				<span>
					{client.business === null ? 'Unterschrift (bei Minderjährigen auch der Eltern)' : 'Unterschrift für das Unternehmen'}
				</span>
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
