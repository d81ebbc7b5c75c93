import { Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconReplaceUser } from '@tabler/icons-react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { useScanner } from '#renderer/ui/scanner/useScanner.ts';
import { showError, showNotice } from '#renderer/ui/undo-toast.tsx';
import { TurnDialog } from './TurnDialog.tsx';
import classes from './Turns.module.css';
import { texts } from './texts.ts';
import { readCard, type TurnChoice } from './turn-choices.ts';
import { useTurn, useTurns } from './useTurns.ts';

/** Whom records name at this desk, where several people take turns at it. Nothing at all anywhere else. */
export function TurnChip({ onCard }: { onCard: () => void }) {
	const choices = useTurns();
	return choices.length === 0 ? null : <Chip choices={choices} onCard={onCard} />;
}

function Chip({ choices, onCard }: { choices: readonly TurnChoice[]; onCard: () => void }) {
	const t = useTexts(texts);
	const { acting } = useSession();
	const [opened, { open, close }] = useDisclosure(false);
	const turn = useTurn();
	useHotkeys([['mod+E', open, { preventDefault: true }]], []);
	// A card is enough: nobody has to open anything first.
	useScanner(!opened, false, (code) => {
		const id = readCard(code);
		if (id === null) return false;
		onCard();
		const who = choices.find((choice) => choice.id === id);
		if (who === undefined) showNotice(t.unknownCard, 'turn');
		else turn.mutate(who, { onError: showError });
		return true;
	});
	return (
		<>
			<Tooltip label={t.chipTip}>
				<UnstyledButton className={classes.chip} onClick={open} aria-haspopup="dialog" aria-keyshortcuts="Control+E">
					<IconReplaceUser size="1.25rem" stroke={1.7} aria-hidden />
					<span className={classes.chipName}>
						<span className={classes.chipWord}>{t.chip}</span> {acting.name}
					</span>
				</UnstyledButton>
			</Tooltip>
			{opened && <TurnDialog choices={choices} onClose={close} />}
		</>
	);
}
