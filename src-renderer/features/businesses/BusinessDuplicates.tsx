import { Alert, Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuildingStore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { BusinessId } from '#shared/kernel/ids.ts';
import classes from './Businesses.module.css';
import { texts } from './texts.ts';

interface Props {
	/** Null: a new one. */
	id: BusinessId | null;
	name: string;
	postcode: string | null;
	city: string | null;
}

/** Names the businesses this could be while it is typed, and leads to them. */
export function BusinessDuplicates({ id, name, postcode, city }: Props) {
	const t = useTexts(texts);
	const [asked] = useDebouncedValue({ name: name.trim(), postcode: postcode?.trim() || null, city: city?.trim() || null }, 250);
	const enough = asked.name.length > 1;
	const query = useQuery({
		...api.businesses.duplicates.queryOptions({ input: { id, ...asked } }),
		enabled: enough,
		placeholderData: (before) => before,
	});
	const found = enough ? (query.data ?? []) : [];
	return (
		<div role="status" className={classes.notice}>
			{found.length > 0 && (
				<Alert
					color="clay"
					className={classes.warning ?? ''}
					icon={<IconBuildingStore aria-hidden />}
					title={t.duplicates(found.length)}
				>
					{t.duplicatesHint}
					<ul className={classes.found}>
						{found.map((row) => (
							<li key={row.id}>
								<Anchor
									renderRoot={(props) => <Link to="/unternehmen/$id" params={{ id: row.id }} {...props} />}
									aria-label={t.open(row.name)}
									fw={600}
								>
									{row.name}
								</Anchor>{' '}
								<span className={classes.quiet}>
									{[row.branch, row.contactName, row.street, row.city].filter(Boolean).join(' · ')}
								</span>
							</li>
						))}
					</ul>
				</Alert>
			)}
		</div>
	);
}
