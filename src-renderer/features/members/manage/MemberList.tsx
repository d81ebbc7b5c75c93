import { Badge, Button, Collapse, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconClock, IconKey, IconPencil, IconTicket, IconUserMinus, IconUsersGroup } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import { collator, formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type MemberOverview, Role, type Vault } from '#shared/features/members/model.ts';
import { roleWords } from '../role-words.ts';
import { useSession } from '../session.ts';
import classes from './Manage.module.css';
import { texts } from './texts.ts';
import { unreadBy } from './unread.ts';
import { areasOf } from './words.ts';

export type MemberAction = 'rename' | 'roles' | 'reset' | 'remove';

export interface MemberListProps {
	members: readonly MemberOverview[];
	/** `opener` gets the focus back. */
	onAction: (action: MemberAction, member: MemberOverview, opener: HTMLElement | null) => void;
}

/** Who belongs to the site, and below, folded away, who no longer does. */
export function MemberList({ members, onAction }: MemberListProps) {
	const t = useTexts(texts);
	const sorted = members.toSorted((a, b) => collator.compare(a.name, b.name));
	const former = sorted.filter(({ removedAt }) => removedAt !== null);
	const unread = unreadBy(members);
	const [opened, { toggle }] = useDisclosure(false);
	const formerId = useId();
	return (
		<>
			<ul className={classes.members} aria-label={t.listTitle}>
				{sorted
					.filter(({ removedAt }) => removedAt === null)
					.map((member) => (
						<MemberRow key={member.id} member={member} unread={unread} onAction={onAction} />
					))}
			</ul>
			{former.length > 0 && (
				<div>
					<Button
						variant="subtle"
						color="gray"
						size="sm"
						aria-expanded={opened}
						aria-controls={formerId}
						rightSection={<IconChevronDown size="1rem" className={classes.chevron} data-opened={opened} aria-hidden />}
						onClick={toggle}
					>
						{t.former(former.length)}
					</Button>
					<Collapse expanded={opened} id={formerId}>
						<ul className={classes.members} aria-label={t.former(former.length)}>
							{former.map((member) => (
								<FormerRow key={member.id} member={member} />
							))}
						</ul>
					</Collapse>
				</div>
			)}
		</>
	);
}

interface MemberRowProps {
	member: MemberOverview;
	unread: readonly Vault[];
	onAction: MemberListProps['onAction'];
}

function MemberRow({ member, unread, onAction }: MemberRowProps) {
	const t = useTexts(texts);
	const { areas } = useTexts(roleWords);
	const { member: self } = useSession();
	const waits = member.access.filter(({ state }) => state === 'waiting').map(({ vault }) => vault);
	const forNobody = waits.filter((vault) => unread.includes(vault));
	const forSomebody = waits.filter((vault) => !unread.includes(vault));
	return (
		<li className={classes.member}>
			<div className={classes.who}>
				<span className={classes.name}>
					<strong>{member.name}</strong>
					{member.id === self.id && <span className={classes.dimmed}>({t.you})</span>}
				</span>
				<span className={classes.dimmed}>
					{t.signInNameIs(member.signInName)} · {t.memberSince(formatDay(member.addedAt))}
				</span>
				{member.hasStartPassphrase && <State icon={<IconTicket size="1.125rem" aria-hidden />}>{t.hasStartPassphrase}</State>}
				{forSomebody.length > 0 && (
					<State icon={<IconClock size="1.125rem" aria-hidden />}>{t.waitsForAccess(areasOf(forSomebody, areas))}</State>
				)}
				{forNobody.length > 0 && (
					<State icon={<IconClock size="1.125rem" aria-hidden />}>{t.notOpenYet(areasOf(forNobody, areas))}</State>
				)}
			</div>
			<RoleBadges roles={member.roles} />
			<MemberMenu member={member} onAction={onAction} />
		</li>
	);
}

function FormerRow({ member }: { member: MemberOverview }) {
	const t = useTexts(texts);
	return (
		<li className={classes.member}>
			<div className={classes.who}>
				<strong>{member.name}</strong>
				<span className={classes.dimmed}>{member.removedAt !== null && t.leftOn(formatDay(member.removedAt))}</span>
			</div>
			<RoleBadges roles={member.roles} />
		</li>
	);
}

function State({ icon, children }: { icon: ReactNode; children: ReactNode }) {
	return (
		<span className={classes.state}>
			{icon}
			<span>{children}</span>
		</span>
	);
}

function RoleBadges({ roles }: { roles: readonly Role[] }) {
	const words = useTexts(roleWords);
	return (
		<span className={classes.roles}>
			{Role.options
				.filter((role) => roles.includes(role))
				.map((role) => (
					<Badge key={role} variant="light" color={role === 'administrator' ? 'clay' : 'petrol'} size="lg" tt="none" fw={600}>
						{words.roles[role]}
					</Badge>
				))}
		</span>
	);
}

const ACTIONS = { rename: IconPencil, roles: IconUsersGroup, reset: IconKey, remove: IconUserMinus } as const;

function MemberMenu({ member, onAction }: { member: MemberOverview; onAction: MemberListProps['onAction'] }) {
	const t = useTexts(texts);
	const target = useRef<HTMLButtonElement>(null);
	return (
		<Menu position="bottom-end" returnFocus={false}>
			<Menu.Target>
				<Button
					ref={target}
					variant="default"
					size="sm"
					aria-label={t.changeOf(member.name)}
					rightSection={<IconChevronDown size="1rem" aria-hidden />}
				>
					{t.change}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{(['rename', 'roles', 'reset', 'remove'] as const).map((action) => {
					const Icon = ACTIONS[action];
					return (
						<Menu.Item
							key={action}
							{...(action === 'remove' && { color: 'brick' })}
							leftSection={<Icon size={18} aria-hidden />}
							onClick={() => onAction(action, member, target.current)}
						>
							{t.actions[action]}
						</Menu.Item>
					);
				})}
			</Menu.Dropdown>
		</Menu>
	);
}
