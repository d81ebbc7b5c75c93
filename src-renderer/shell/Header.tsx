import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { loadPalette, Search } from '#renderer/features/search/Search.tsx';
import { TurnChip } from '#renderer/features/turns/TurnChip.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { lockNow } from '#renderer/shell/lock.ts';
import { MemberMenu } from '#renderer/shell/MemberMenu.tsx';
import { ShareLine } from '#renderer/shell/ShareLine.tsx';
import classes from './Header.module.css';
import { texts } from './texts.ts';

export function Header() {
	const t = useTexts(texts);
	const [searching, { open, close }] = useDisclosure(false);
	useHotkeys([['mod+K', open, { preventDefault: true }]], []);
	// After the page itself is there, so that the first Ctrl+K finds the palette ready.
	useEffect(() => {
		const waiting = requestIdleCallback(() => loadPalette().catch(() => {}));
		return () => cancelIdleCallback(waiting);
	}, []);
	return (
		<header className={classes.header}>
			<UnstyledButton className={classes.search} onClick={open} aria-haspopup="dialog" aria-keyshortcuts="Control+K">
				<IconSearch size="1.125rem" aria-hidden />
				<span className={classes.searchWord}>{t.search}</span>
				<kbd className={classes.keys}>{t.searchKeys}</kbd>
			</UnstyledButton>
			<div className={classes.right}>
				<ShareLine />
				<TurnChip onCard={close} />
				<MemberMenu />
				<Tooltip label={t.lock}>
					<ActionIcon
						variant="default"
						size="2.5rem"
						aria-label={t.lock}
						aria-keyshortcuts="Control+L"
						onClick={() => void lockNow()}
					>
						<IconLock size="1.25rem" stroke={1.7} />
					</ActionIcon>
				</Tooltip>
			</div>
			{searching && <Search onClose={close} />}
		</header>
	);
}
