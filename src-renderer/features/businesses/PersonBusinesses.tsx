import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { PersonId } from '#shared/kernel/ids.ts';
import classes from './Businesses.module.css';
import { texts } from './texts.ts';

/** The businesses that somebody speaks for, on that person's page; nothing where there are none. */
export function PersonBusinesses({ personId }: { personId: PersonId }) {
	const t = useTexts(texts);
	const businesses = useQuery(api.businesses.ofPerson.queryOptions({ input: { personId } }));
	if (!businesses.data || businesses.data.length === 0) return null;
	return (
		<Section title={t.speaksFor}>
			<ul className={classes.rows}>
				{businesses.data.map(({ id, name, branch, city }) => (
					<li key={id} className={classes.row}>
						<Anchor fw={600} renderRoot={(props) => <Link to="/unternehmen/$id" params={{ id }} {...props} />}>
							{name}
						</Anchor>
						<span className={classes.quiet}>{[branch, city].filter(Boolean).join(' · ')}</span>
					</li>
				))}
			</ul>
		</Section>
	);
}
