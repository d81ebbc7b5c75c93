import { Alert, Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { nameOf, type Person } from '#shared/features/people/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { setDistinct } from './distinct.ts';
import classes from './Merging.module.css';
import { texts } from './texts.ts';

/** On a person's page: who this could be as well. */
export function PerhapsTwice({ person }: { person: Person }) {
	const t = useTexts(texts);
	const { id, firstName, lastName, birthDate, postcode } = person;
	const found = useQuery(api.people.duplicates.queryOptions({ input: { id, firstName, lastName, birthDate, postcode } }));
	if (!found.data || found.data.length === 0) return null;
	return (
		<Alert color="clay" role="status" icon={<IconUsers aria-hidden />} title={t.perhaps(found.data.length)}>
			<ul className={classes.plain}>
				{found.data.map((other) => (
					<li key={other.id} className={classes.entry}>
						<span>
							<strong>{nameOf(other)}</strong>{' '}
							{[
								other.number,
								other.birthDate ? t.born(formatLocalDate(other.birthDate)) : t.noBirthDate,
								other.street,
								other.openCases > 0 && t.openCases(other.openCases),
							]
								.filter(Boolean)
								.join(' · ')}
						</span>
						<Group gap="xs">
							<Button
								size="compact-md"
								variant="default"
								aria-label={t.areDifferentFor(person.number, other.number)}
								onClick={() => void setDistinct(person, other)}
							>
								{t.areDifferent}
							</Button>
							<Button
								size="compact-md"
								variant="default"
								aria-label={t.compareWith(nameOf(other), other.number)}
								renderRoot={(props) => (
									<Link to="/personen/$id/zusammenfuehren" params={{ id }} search={{ mit: other.id }} {...props} />
								)}
							>
								{t.compare}
							</Button>
						</Group>
					</li>
				))}
			</ul>
		</Alert>
	);
}
