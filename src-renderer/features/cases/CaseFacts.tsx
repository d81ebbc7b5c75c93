import { Button } from '@mantine/core';
import { IconBuildingStore, IconPencil, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PhoneNumber } from '#renderer/features/people/PhoneNumber.tsx';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './CasePage.module.css';
import { texts } from './texts.ts';
import { useClient } from './useClient.ts';

interface Props {
	caseFile: CaseFile;
	ownerName: string;
	contactMinutes: number;
	/** Null: it takes no change. */
	onEdit: (() => void) | null;
}

/** The facts of a case file beside its notes. */
export function CaseFacts({ caseFile, ownerName, contactMinutes, onEdit }: Props) {
	const t = useTexts(texts);
	const members = useQuery(api.members.list.queryOptions());
	const programmes = useQuery(api.funderProgrammes.list.queryOptions());
	const { data: client } = useClient(caseFile);
	const person = client?.person;
	const [contact] = client?.business?.contacts ?? [];
	const deputies = caseFile.deputyIds.map((id) => members.data?.find((member) => member.id === id)?.name).filter(Boolean);
	const facts: [string, string][] = [
		[t.contactTime, contactMinutes > 0 ? formatMinutes(contactMinutes) : t.noTime],
		[t.owner, ownerName],
	];
	if (deputies.length > 0) facts.push([t.deputy, deputies.join(', ')]);
	const programme = programmes.data?.find(({ id }) => id === caseFile.programmeId);
	if (programme) facts.push([t.programme, programme.name]);
	if (contact) facts.push([t.contactPerson, [contact.name, contact.role].filter(Boolean).join(', ')]);
	facts.push([t.openedOn, formatLocalDate(caseFile.openedOn)]);
	if (caseFile.source) facts.push([t.source, caseFile.source]);
	return (
		<Section title={t.facts}>
			<dl className={classes.facts}>
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
				{person && person.phones.length > 0 && (
					<div>
						<dt>{t.phones}</dt>
						{person.phones.map((phone) => (
							<dd key={phone.number}>
								<PhoneNumber number={phone.number} doNotCall={person.doNotCall} />
							</dd>
						))}
					</div>
				)}
				{client?.business && (contact?.phone ?? client.business.phone) !== null && (
					<div>
						<dt>{t.phones}</dt>
						<dd>{contact?.phone ?? client.business.phone}</dd>
					</div>
				)}
			</dl>
			<div className={classes.links}>
				<ToClient caseFile={caseFile} />
				{onEdit && (
					<Button size="sm" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
						{t.edit}
					</Button>
				)}
			</div>
		</Section>
	);
}

function ToClient({ caseFile: { personId, businessId } }: { caseFile: CaseFile }) {
	const t = useTexts(texts);
	const look = { size: 'sm', variant: 'default' } as const;
	if (businessId !== null) {
		return (
			<Button
				{...look}
				renderRoot={(props) => <Link to="/unternehmen/$id" params={{ id: businessId }} {...props} />}
				leftSection={<IconBuildingStore size={16} aria-hidden />}
			>
				{t.toBusiness}
			</Button>
		);
	}
	if (personId === null) return null;
	return (
		<Button
			{...look}
			renderRoot={(props) => <Link to="/personen/$id" params={{ id: personId }} {...props} />}
			leftSection={<IconUser size={16} aria-hidden />}
		>
			{t.toPerson}
		</Button>
	);
}
