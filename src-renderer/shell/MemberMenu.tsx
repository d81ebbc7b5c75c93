import { Button, Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconDoorEnter, IconId, IconKey, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EnterKiosk } from '#renderer/features/kiosks/EnterKiosk.tsx';
import { texts as kioskTexts } from '#renderer/features/kiosks/texts.ts';
import { useIsKiosk } from '#renderer/features/kiosks/useIsKiosk.ts';
import { ChangePassphrase } from '#renderer/features/members/ChangePassphrase.tsx';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useTurns } from '#renderer/features/turns/useTurns.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { AppearanceChoices } from '#renderer/shell/AppearanceChoices.tsx';
import { dropEverything, lockNow } from '#renderer/shell/lock.ts';
import classes from './MemberMenu.module.css';
import { texts } from './texts.ts';

/** Who is signed in, and what they may set for themselves on this device. */
export function MemberMenu() {
	const t = useTexts(texts);
	const { roles } = useTexts(roleWords);
	const { member } = useSession();
	const takesTurns = useTurns().length > 0;
	const [opened, menu] = useDisclosure(false);
	const [changing, passphrase] = useDisclosure(false);
	const [entering, kiosk] = useDisclosure(false);
	const { toKiosk } = useTexts(kioskTexts);
	const isKiosk = useIsKiosk();
	return (
		<>
			<Popover
				width="24rem"
				position="bottom-end"
				shadow="md"
				trapFocus
				returnFocus
				opened={opened}
				onChange={menu.toggle}
				// In large text it is longer than the window: it scrolls in itself.
				middlewares={{ size: { padding: 8 } }}
			>
				<Popover.Target>
					<UnstyledButton className={classes.target} onClick={menu.toggle}>
						<span className={classes.initials} aria-hidden>
							{initialsOf(member.name)}
						</span>
						<VisuallyHidden>{t.account} </VisuallyHidden>
						{/* Where turns are taken, the name that counts stands beside this one. */}
						{takesTurns ? <VisuallyHidden>{member.name}</VisuallyHidden> : <span className={classes.name}>{member.name}</span>}
						<IconChevronDown size="1rem" aria-hidden />
					</UnstyledButton>
				</Popover.Target>
				<Popover.Dropdown className={classes.dropdown} aria-label={t.ownSettings}>
					<p className={classes.roles}>{member.roles.map((role) => roles[role]).join(' · ')}</p>
					<div className={classes.actions}>
						<Button
							variant="default"
							size="sm"
							leftSection={<IconKey size="1.125rem" aria-hidden />}
							onClick={() => {
								menu.close();
								passphrase.open();
							}}
						>
							{t.changePassphrase}
						</Button>
						<Button
							variant="default"
							size="sm"
							leftSection={<IconLock size="1.125rem" aria-hidden />}
							onClick={() => void lockNow()}
						>
							{t.lockWord}
						</Button>
						{isKiosk && (
							<Button
								variant="default"
								size="sm"
								leftSection={<IconDoorEnter size="1.125rem" aria-hidden />}
								onClick={() => {
									menu.close();
									kiosk.open();
								}}
							>
								{toKiosk}
							</Button>
						)}
						{takesTurns && (
							<Button
								variant="default"
								size="sm"
								leftSection={<IconId size="1.125rem" aria-hidden />}
								renderRoot={(props) => <Link to="/karten" {...props} />}
								onClick={menu.close}
							>
								{t.printCards}
							</Button>
						)}
					</div>
					<div className={classes.choices}>
						<AppearanceChoices />
					</div>
				</Popover.Dropdown>
			</Popover>
			{changing && <ChangePassphrase onClose={passphrase.close} />}
			{entering && <EnterKiosk onClose={kiosk.close} onEntered={dropEverything} />}
		</>
	);
}

function initialsOf(name: string): string {
	const words = name.split(/\s+/).filter(Boolean);
	return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '').join('');
}
