import { Alert } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { IconLockExclamation } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { REMOVED } from '#shared/features/members/model.ts';
import { RemovedNotice } from './EntranceNotice.tsx';
import { texts } from './texts.ts';

/** A wrong passphrase with its countdown; who or what was removed; any other error in its own words. Never says which part was wrong. */
export function PassphraseError({ error, wait }: { error: unknown; wait: number }) {
	const t = useTexts(texts);
	const removed = removedBy(error);
	if (removed !== null) return <RemovedNotice {...removed} />;
	if (refusalCode(error) !== 'WRONG_PASSPHRASE') return <ErrorNotice error={error} />;
	return (
		<Alert color="brick" variant="light" icon={<IconLockExclamation aria-hidden />} role="alert">
			{/* The sentence is announced once; the running seconds are for the eyes. */}
			{wait > 0 ? t.wrongWait(wait) : t.wrong}
		</Alert>
	);
}

function removedBy(error: unknown): { what: 'member' | 'device'; at: number } | null {
	if (!(error instanceof ORPCError) || error.code !== 'REMOVED') return null;
	const data = REMOVED.REMOVED.data.safeParse(error.data);
	return data.success ? data.data : null;
}
