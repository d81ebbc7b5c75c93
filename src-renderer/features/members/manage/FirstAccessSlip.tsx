import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type FirstAccess, FirstAccessSheet } from '#renderer/print/FirstAccessSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { useSession } from '../session.ts';
import classes from './Manage.module.css';
import { texts } from './texts.ts';

/** The slip with the start passphrase. Kontor knows it only now, so nothing but its own button closes this. */
export function FirstAccessSlip({ access, onDone }: { access: FirstAccess; onDone: () => void }) {
	const t = useTexts(texts);
	const { profile } = useSession();
	const [issuedAt] = useState(() => Date.now());
	const [copied, setCopied] = useState<boolean | null>(null);
	return (
		<Modal
			opened
			size="lg"
			title={<strong>{t.slipTitle(access.name)}</strong>}
			onClose={() => {}}
			withCloseButton={false}
			closeOnClickOutside={false}
			closeOnEscape={false}
		>
			<Stack gap="lg">
				<p className={classes.words}>
					<strong>{t.slipOnce}</strong> {t.slipWords}
				</p>
				<PrintSheet label={t.slipTitle(access.name)}>
					<FirstAccessSheet access={access} profile={profile} printedAt={issuedAt} />
				</PrintSheet>
				<Group>
					<Button data-autofocus leftSection={<IconPrinter size="1.25rem" aria-hidden />} onClick={() => window.print()}>
						{t.slipPrint}
					</Button>
					<Button
						variant="default"
						leftSection={copied ? <IconCheck size="1.25rem" aria-hidden /> : <IconCopy size="1.25rem" aria-hidden />}
						onClick={() => setCopied(copyText(access.startPassphrase))}
					>
						{copied ? t.slipCopied : t.slipCopy}
					</Button>
					<Button variant="default" ml="auto" onClick={onDone}>
						{t.slipDone}
					</Button>
				</Group>
				{copied === false && (
					<p className={classes.words} role="alert">
						{t.slipNotCopied}
					</p>
				)}
			</Stack>
		</Modal>
	);
}
