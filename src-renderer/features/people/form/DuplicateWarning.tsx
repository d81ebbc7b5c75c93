import { Alert, Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { nameOf, type PersonRow } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './PersonForm.module.css';
import type { PersonValues } from './personValues.ts';
import { texts } from './texts.ts';

/** Id of the warning, to lead there. */
export const DUPLICATES = 'duplicates';

/** The people this could be, asked while typing once name and birth date or postcode are there. */
export function useDuplicates(personId: PersonId | null, values: PersonValues): PersonRow[] {
	const [asked] = useDebouncedValue(
		{
			firstName: values.firstName.trim() || null,
			lastName: values.lastName.trim() || null,
			birthDate: values.birthDate,
			postcode: values.postcode.trim() || null,
		},
		250,
	);
	const enough = (asked.firstName ?? asked.lastName) !== null && (asked.birthDate ?? asked.postcode) !== null;
	const found = useQuery({
		...api.people.duplicates.queryOptions({ input: { id: personId, ...asked } }),
		enabled: enough,
		placeholderData: (before) => before,
	});
	return enough ? (found.data ?? []) : [];
}

/** Names the people this could be, and leads to them. */
export function DuplicateWarning({ people }: { people: readonly PersonRow[] }) {
	const t = useTexts(texts);
	return (
		<div role="status" id={DUPLICATES} className={classes.notice}>
			{people.length > 0 && (
				<Alert
					color="clay"
					className={classes.warning ?? ''}
					icon={<IconUsers aria-hidden />}
					title={t.duplicates(people.length)}
				>
					{t.duplicatesHint}
					<ul className={classes.found}>
						{people.map((person) => (
							<li key={person.id}>
								<Anchor
									renderRoot={(props) => <Link to="/personen/$id" params={{ id: person.id }} {...props} />}
									aria-label={t.open(nameOf(person))}
									fw={600}
								>
									{nameOf(person)}
								</Anchor>{' '}
								<span className={classes.foundFacts}>
									{[person.number, person.birthDate && t.born(formatLocalDate(person.birthDate)), person.street, person.city]
										.filter(Boolean)
										.join(' · ')}
								</span>
							</li>
						))}
					</ul>
				</Alert>
			)}
		</div>
	);
}
