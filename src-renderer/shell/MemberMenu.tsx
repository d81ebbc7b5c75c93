import { Menu, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconKey, IconLock } from '@tabler/icons-react';
import { ChangePassphrase } from '#renderer/features/members/ChangePassphrase.tsx';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { AppearanceChoices } from '#renderer/shell/AppearanceChoices.tsx';
import { lockNow } from '#renderer/shell/lock.ts';
import classes from './MemberMenu.module.css';
import { texts } from './texts.ts';

/** Who is signed in, and what they may set for themselves on this device. */
export function MemberMenu() {
	const t = useTexts(texts);
	const { member } = useSession();
	const [changing, { open, close }] = useDisclosure(false);
	return (
		<>
			<Menu width="20rem" position="bottom-end" shadow="md" trapFocus>
				<Menu.Target>
					<UnstyledButton className={classes.target} aria-label={t.account(member.name)}>
						<span className={classes.initials} aria-hidden>
							{initialsOf(member.name)}
						</span>
						<span className={classes.name}>{member.name}</span>
						<IconChevronDown size="1rem" aria-hidden />
					</UnstyledButton>
				</Menu.Target>
				<Menu.Dropdown>
					<p className={classes.roles}>{member.roles.map((role) => t.roles[role]).join(' · ')}</p>
					<Menu.Item leftSection={<IconKey size="1.125rem" />} onClick={open}>
						{t.changePassphrase}
					</Menu.Item>
					<Menu.Item leftSection={<IconLock size="1.125rem" />} onClick={() => void lockNow()}>
						{t.lockWord}
					</Menu.Item>
					<Menu.Divider />
					<div className={classes.choices}>
						<AppearanceChoices />
					</div>
				</Menu.Dropdown>
			</Menu>
			{changing && <ChangePassphrase onClose={close} />}
		</>
	);
}

function initialsOf(name: string): string {
	const words = name.split(/\s+/).filter(Boolean);
	return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '').join('');
}
