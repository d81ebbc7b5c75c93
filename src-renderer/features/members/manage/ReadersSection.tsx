import { Title } from '@mantine/core';
import { IconClock, IconFileText, IconUser } from '@tabler/icons-react';
import { collator, formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { type MemberOverview, VAULTS, type Vault, type VaultAccess } from '#shared/features/members/model.ts';
import { roleWords } from '../role-words.ts';
import classes from './Manage.module.css';
import { texts } from './texts.ts';

export interface ReadersSectionProps {
	/** Who belongs to the site. */
	members: readonly MemberOverview[];
	kitAccess: readonly VaultAccess[];
}

/** Vault by vault: who holds the key and since when, who waits for it. */
export function ReadersSection({ members, kitAccess }: ReadersSectionProps) {
	const t = useTexts(texts);
	return (
		<Section title={t.readersTitle} description={t.readersWords}>
			<div className={classes.areas}>
				{VAULTS.map((vault) => (
					<Area key={vault} vault={vault} members={members} kitAccess={kitAccess} />
				))}
			</div>
		</Section>
	);
}

function Area({ vault, members, kitAccess }: ReadersSectionProps & { vault: Vault }) {
	const t = useTexts(texts);
	const { areas } = useTexts(roleWords);
	const readers = members
		.flatMap(({ id, name, access }) => access.filter((each) => each.vault === vault).map((each) => ({ id, name, ...each })))
		.toSorted((a, b) => Number(a.state === 'waiting') - Number(b.state === 'waiting') || collator.compare(a.name, b.name));
	// Who waits where nobody reads waits for no one's approval.
	const waiting = readers.some(({ since }) => since !== null) ? t.waiting : t.waitingForNobody;
	return (
		<section className={classes.area} aria-label={areas[vault]}>
			<Title order={3}>{areas[vault]}</Title>
			<p className={classes.dimmed}>{t.areaHolds[vault]}</p>
			<ul className={classes.readers}>
				{readers.length === 0 && <li>{t.nobody}</li>}
				{readers.map(({ id, name, ...access }) => (
					<Reader key={id} icon={IconUser} name={name} access={access} waiting={waiting} />
				))}
				{kitAccess
					.filter((each) => each.vault === vault)
					.map((access) => (
						<Reader key={vault} icon={IconFileText} name={t.kit} access={access} waiting={waiting} />
					))}
			</ul>
		</section>
	);
}

interface ReaderProps {
	icon: typeof IconUser;
	name: string;
	access: VaultAccess;
	/** What is said of somebody who has no key yet. */
	waiting: string;
}

function Reader({ icon, name, access: { since }, waiting }: ReaderProps) {
	const t = useTexts(texts);
	const Icon = since === null ? IconClock : icon;
	return (
		<li>
			<Icon size="1.125rem" aria-hidden />
			<span>{name}</span>
			<span className={classes.since}>{since === null ? waiting : t.readsSince(formatDay(since))}</span>
		</li>
	);
}
