import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useClient } from '#renderer/features/cases/useClient.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { addressLines, type Letter } from '#shared/features/letters/model.ts';
import { gapsIn } from '#shared/features/letters/placeholders.ts';
import { needsRelease } from '#shared/features/letters/release-needed.ts';
import { refreshLetters } from './refresh-letters.ts';
import { texts } from './texts.ts';
import type { LetterDraft } from './useLetterDraft.ts';

interface Props {
	caseFile: CaseFile;
	letter: Letter;
	draft: LetterDraft;
	onClose(): void;
	onFinished(prints: boolean): void;
}

/** Asks before a letter is finished: that cannot be taken back. */
export function FinishLetter({ caseFile, letter, draft, onClose, onFinished }: Props) {
	const t = useTexts(texts);
	const { subject, body, address } = draft.fields;
	const addressee = useClient(caseFile).data;
	const clientName = addressee?.business?.name ?? addressee?.person?.lastName ?? addressee?.person?.firstName ?? '';
	const releases = useQuery(api.consents.releases.queryOptions({ input: { caseId: caseFile.id } }));
	const gaps = gapsIn(subject, body).map((gap) => gap.slice(1, -1));
	const warnings = [
		gaps.length > 0 && t.finishGaps(gaps.join(', ')),
		addressLines(address).length === 0 && t.finishNoAddress,
		addressee !== undefined &&
			releases.data !== undefined &&
			needsRelease(address, clientName, releases.data, today()) &&
			t.finishNoRelease,
	].filter((warning) => warning !== false);
	const finish = useMutation({
		mutationFn: async (prints: boolean) => {
			const isWritten = await draft.flush();
			if (isWritten) await client.letters.finish({ id: letter.id });
			return { isWritten, prints };
		},
		onSuccess: async ({ isWritten, prints }) => {
			onClose();
			// What went wrong stands beside the text.
			if (!isWritten) return;
			await refreshLetters();
			onFinished(prints);
			showNotice(t.finished);
		},
	});
	return (
		<Modal opened onClose={onClose} title={<strong>{t.finishTitle}</strong>} size="xl">
			<Stack>
				<Text>{t.finishWords}</Text>
				{warnings.length > 0 && (
					<Alert color="clay" icon={<IconAlertTriangle aria-hidden />} role="note">
						{warnings.join(' ')}
					</Alert>
				)}
				<DialogActions notice={<ErrorNotice error={finish.error} />}>
					<Button variant="default" onClick={onClose}>
						{t.goOn}
					</Button>
					<Button variant="default" loading={finish.isPending && finish.variables === false} onClick={() => finish.mutate(false)}>
						{t.finishOnly}
					</Button>
					<Button
						data-autofocus
						leftSection={<IconPrinter size={18} aria-hidden />}
						loading={finish.isPending && finish.variables === true}
						onClick={() => finish.mutate(true)}
					>
						{t.finishPrint}
					</Button>
				</DialogActions>
			</Stack>
		</Modal>
	);
}
