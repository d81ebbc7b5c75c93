import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconFileText, IconHistory, IconPencil, IconTrash, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { refreshPassingOn } from '#renderer/features/consents/refresh-passing-on.ts';
import { takeOut } from '#renderer/features/consents/take-out.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showNotice } from '#renderer/ui/undo-toast.tsx';
import type { Referral } from '#shared/features/referrals/model.ts';
import type { ReferralDialogName } from './ReferralRow.tsx';
import { texts } from './texts.ts';

interface Props {
	referral: Referral;
	/** Of a closed file: it is only looked at. */
	frozen: boolean;
	onOpen(dialog: ReferralDialogName): void;
}

/** What else can be done with a referral, depending on where it is. */
export function ReferralMenu({ referral, frozen, onOpen }: Props) {
	const t = useTexts(texts);
	const { id, caseId, recipientName, state } = referral;
	const cancelled = state === 'cancelled';
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<ActionIcon variant="subtle" color="gray" size={34} aria-label={t.more(recipientName)}>
					<IconDots size={20} aria-hidden />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				{!frozen && !cancelled && (
					<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onOpen('change')}>
						{t.change}
					</Menu.Item>
				)}
				{!frozen && !cancelled && state !== 'prepared' && (
					<Menu.Item
						leftSection={<IconFileText size={18} aria-hidden />}
						renderRoot={(props) => (
							<Link to="/fallakten/$id/weitergabe/bogen/$verweisung" params={{ id: caseId, verweisung: id }} {...props} />
						)}
					>
						{t.sheetTitle}
					</Menu.Item>
				)}
				{!frozen && state === 'finished' && (
					<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onOpen('reply')}>
						{t.reply}
					</Menu.Item>
				)}
				{!frozen && state === 'sent' && (
					<Menu.Item
						leftSection={<IconArrowBackUp size={18} aria-hidden />}
						onClick={() =>
							void attempt(async () => {
								await client.referrals.undoSend({ id });
								showNotice(t.unsent(recipientName));
							})
						}
					>
						{t.undoSend}
					</Menu.Item>
				)}
				{frozen ? null : cancelled ? (
					<Menu.Item
						leftSection={<IconArrowBackUp size={18} aria-hidden />}
						onClick={() => void attempt(() => client.referrals.cancel({ id, on: null, reason: null }))}
					>
						{t.takeUp}
					</Menu.Item>
				) : (
					<Menu.Item leftSection={<IconX size={18} aria-hidden />} onClick={() => onOpen('cancel')}>
						{t.cancelIt}
					</Menu.Item>
				)}
				<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => onOpen('history')}>
					{t.history}
				</Menu.Item>
				{!frozen && referral.sentOn === null && (
					<Menu.Item
						color="brick"
						leftSection={<IconTrash size={18} aria-hidden />}
						onClick={() =>
							void takeOut(
								t.removed(recipientName),
								() => client.referrals.remove({ id }),
								() => client.referrals.restore({ id }),
							)
						}
					>
						{t.remove}
					</Menu.Item>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}

async function attempt(change: () => Promise<unknown>): Promise<void> {
	try {
		await change();
		await refreshPassingOn();
	} catch (error) {
		showError(error);
	}
}
