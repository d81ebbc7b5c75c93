import { useCallback } from 'react';
import { client } from '#renderer/rpc/client.ts';
import { useOnPrint } from '#renderer/ui/useOnPrint.ts';
import type { CaseId } from '#shared/kernel/ids.ts';

/** Tells the access log when the page of this case file is printed. */
export function useNotedPrint(id: CaseId): void {
	useOnPrint(useCallback(() => client.cases.notePrint({ id }), [id]));
}
