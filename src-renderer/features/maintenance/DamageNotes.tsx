import { Textarea } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Damage } from '#shared/features/maintenance/model.ts';
import { pageTexts } from './page-texts.ts';
import { refreshDamages } from './refresh-damages.ts';
import { SaveLine } from './SaveLine.tsx';
import { useSavedText } from './useSavedText.ts';
import { useSaveOnLeaving } from './useSaveOnLeaving.ts';

/** What was done and ordered. What somebody else writes meanwhile stays, too. */
export function DamageNotes({ damage }: { damage: Damage }) {
	const t = useTexts(pageTexts);
	const notes = useSavedText(damage.notes ?? '');
	const { state, save, typed } = useSaveOnLeaving(() => {
		const unsaved = notes.unsaved();
		if (unsaved === null) return null;
		const { base, text } = unsaved;
		return client.maintenance.update({ id: damage.id, changes: { notes: text }, base: { notes: base } }).then(() => {
			notes.stored(text);
			void refreshDamages();
		});
	});
	return (
		<Section title={t.notes}>
			<Textarea
				aria-label={t.notes}
				description={t.notesHint}
				autosize
				minRows={3}
				maxRows={16}
				maxLength={4000}
				value={notes.text}
				onChange={(event) => {
					notes.set(event.currentTarget.value);
					typed();
				}}
				onBlur={() => void save()}
			/>
			<SaveLine state={state} />
		</Section>
	);
}
