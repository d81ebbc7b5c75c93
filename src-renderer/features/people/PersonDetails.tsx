import { formatDay } from '#renderer/i18n/format.ts';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Person, PersonFields } from '#shared/features/people/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { fieldTexts } from './fieldTexts.ts';
import classes from './PersonPage.module.css';
import { texts } from './texts.ts';
import { codeWord } from './words.ts';

const CODES = [
	'sex',
	'nationality',
	'residenceTitle',
	'residenceUntil',
	'workAccess',
	'schoolDegree',
	'vocationalDegree',
	'employment',
	'unemployedSince',
	'benefit',
	'drivingLicence',
	'disability',
	'firstContact',
] as const satisfies readonly (keyof PersonFields)[];
const DATES = new Set<string>(['residenceUntil', 'unemployedSince', 'firstContact']);

/** What else is known; fields nobody asked about take no room. */
export function PersonDetails({ person }: { person: Person }) {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const screen = useLanguage();
	const facts: [string, string][] = [];
	const add = (name: string, value: string | null | undefined) => value && facts.push([name, value]);

	add(words.field.birthName, person.birthName);
	for (const field of CODES) {
		const value = person[field];
		if (value !== null)
			add(words.field[field], DATES.has(field) ? formatLocalDate(value) : (codeWord(field, value, words, screen) ?? value));
	}
	const children = person.childBirthYears;
	const household = [
		t.householdOf(person.adults ?? 0, children.length),
		children.length > 0 && t.childrenBorn(children.join(', ')),
	].filter(Boolean);
	add(t.household, household.join(' '));
	add(words.field.singleParent, codeWord('singleParent', person.singleParent, words, screen));
	add(words.field.remarks, person.remarks);

	return (
		<Section title={t.details}>
			{facts.length === 0 ? (
				<span className={classes.quiet}>{t.noDetails}</span>
			) : (
				<dl className={classes.facts}>
					{facts.map(([name, value]) => (
						<div key={name} style={{ display: 'contents' }}>
							<dt>{name}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			)}
			<span className={classes.phoneLabel}>{t.created(formatDay(person.createdAt))}</span>
		</Section>
	);
}
