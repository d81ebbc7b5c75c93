import { z } from 'zod';
import { LendingRules } from '#shared/features/lending/model.ts';
import { FederalState } from '#shared/features/site/opening-hours.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

/** What is typed and not saved yet. */
const SettingsDraft = z.object({
	hours: z
		.object({
			week: z.array(z.object({ open: z.boolean(), from: z.string(), until: z.string() })).length(7),
			state: FederalState,
			closures: z.array(z.object({ from: LocalDate.nullable(), until: LocalDate.nullable(), name: z.string() })),
		})
		.nullable(),
	rules: z.partialRecord(LendingRules.keyof(), z.union([z.string(), z.number()])),
});
export type SettingsDraft = z.infer<typeof SettingsDraft>;

export const NO_DRAFT: SettingsDraft = { hours: null, rules: {} };

/** Null when it is no draft. */
export function readDraft(text: string | null): SettingsDraft | null {
	try {
		const read = SettingsDraft.safeParse(JSON.parse(text ?? ''));
		return read.success ? read.data : null;
	} catch {
		return null;
	}
}

/** Empty when there is nothing to keep. */
export const draftText = (draft: SettingsDraft): string =>
	draft.hours === null && Object.keys(draft.rules).length === 0 ? '' : JSON.stringify(draft);
