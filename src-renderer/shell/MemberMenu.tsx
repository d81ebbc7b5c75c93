import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconKey, IconLock } from '@tabler/icons-react';
import { ChangePassphrase } from '#renderer/features/members/ChangePassphrase.tsx';
import { useSession } from '#renderer/features/members/session.ts';
import { setLanguage, useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { lockNow } from '#renderer/shell/lock.ts';
import { setTextSize, TEXT_SIZES, useTextSize } from '#renderer/shell/text-size.ts';
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

/** Light or dark, text size, language: kept on this device. */
export function AppearanceChoices() {
	const t = useTexts(texts);
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	const textSize = useTextSize();
	const language = useLanguage();
	return (
		<>
			<Choice
				label={t.appearance}
				value={colorScheme}
				onChange={(value) => setColorScheme(value as typeof colorScheme)}
				data={[
					{ value: 'light', label: t.light },
					{ value: 'dark', label: t.dark },
					{ value: 'auto', label: t.system },
				]}
			/>
			<Choice
				label={t.textSize}
				value={String(textSize)}
				onChange={(value) => setTextSize(Number(value))}
				data={TEXT_SIZES.map((size) => ({ value: String(size), label: `${String(size).replace('.', ',')} %` }))}
			/>
			<Choice
				label={t.language}
				value={language}
				onChange={(value) => setLanguage(value === 'en' ? 'en' : 'de')}
				data={[
					{ value: 'de', label: 'Deutsch' },
					{ value: 'en', label: 'English' },
				]}
			/>
		</>
	);
}

interface ChoiceProps {
	label: string;
	value: string;
	onChange: (value: string) => void;
	data: { value: string; label: string }[];
}

function Choice({ label, ...control }: ChoiceProps) {
	return (
		<div>
			<div className={classes.label} aria-hidden>
				{label}
			</div>
			<SegmentedControl fullWidth size="sm" aria-label={label} {...control} />
		</div>
	);
}

function initialsOf(name: string): string {
	const words = name.split(/\s+/).filter(Boolean);
	return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '').join('');
}
