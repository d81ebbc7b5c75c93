import { Anchor, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import { type BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import type { Person } from '#shared/features/people/model.ts';
import classes from '../PersonPage.module.css';
import { LinkBorrower } from './LinkBorrower.tsx';
import { setLink } from './set-link.ts';
import { texts } from './texts.ts';

/** Which borrower's card is this person's, and what they have now. */
export function BorrowerSection({ person }: { person: Person }) {
	const t = useTexts(texts);
	const linked = useQuery(api.people.borrower.queryOptions({ input: { id: person.id } }));
	const [linking, setLinking] = useState(false);
	const unlink = () => setLink(person, null, t.unlinked).catch(showError);
	return (
		<Section title={t.title}>
			<ErrorNotice error={linked.error} onRetry={() => void linked.refetch()} />
			{linked.isPending && <Skeleton height={40} />}
			{linked.data === null && (
				<>
					<span className={classes.quiet}>{t.none}</span>
					<Button variant="default" onClick={() => setLinking(true)}>
						{t.link}
					</Button>
				</>
			)}
			{linked.data && (
				<>
					{linked.data.row ? <Card row={linked.data.row} /> : <span className={classes.quiet}>{t.gone}</span>}
					<Button variant="default" onClick={() => void unlink()}>
						{t.unlink}
					</Button>
				</>
			)}
			<span className={classes.phoneLabel}>{t.secret}</span>
			{linking && <LinkBorrower person={person} onClose={() => setLinking(false)} />}
		</Section>
	);
}

function Card({ row }: { row: BorrowerRow }) {
	const t = useTexts(texts);
	const standing = [t.out(row.out), row.overdue > 0 && t.overdue(row.overdue), row.blockedReason !== null && t.blocked];
	return (
		<div>
			<Anchor renderRoot={(props) => <Link to="/ausleihe/entleiher/$id" params={{ id: row.id }} {...props} />} fw={600}>
				{row.number} {borrowerName(row)}
			</Anchor>
			<div>{standing.filter(Boolean).join(', ')}</div>
		</div>
	);
}
