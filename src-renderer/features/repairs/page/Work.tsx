import { Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SaveLine } from '#renderer/features/maintenance/SaveLine.tsx';
import { useSavedText } from '#renderer/features/maintenance/useSavedText.ts';
import { useSaveOnLeaving } from '#renderer/features/maintenance/useSaveOnLeaving.ts';
import { moneyText, parseMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Repair, RepairChanges } from '#shared/features/repairs/model.ts';
import { refreshRepairs } from '../refresh-repairs.ts';
import { pageTexts } from './texts.ts';

/** What was found, what was used, and what went into the box. Saves itself; what others write meanwhile stays. */
export function Work({ repair }: { repair: Repair }) {
	const t = useTexts(pageTexts);
	const diagnosis = useSavedText(repair.diagnosis ?? '');
	const materials = useSavedText(repair.materials ?? '');
	const donation = useSavedText(moneyText(repair.donationCents));
	const [left, setLeft] = useState(false);
	const { state, save, typed } = useSaveOnLeaving(() => {
		const [found, used, given] = [diagnosis.unsaved(), materials.unsaved(), donation.unsaved()];
		const cents = given === null ? undefined : parseMoney(given.text);
		const changes: RepairChanges = {
			...(found && { diagnosis: found.text }),
			...(used && { materials: used.text }),
			...(cents !== undefined && { donationCents: cents }),
		};
		if (Object.keys(changes).length === 0) return null;
		const base = found === null ? {} : { base: { diagnosis: found.base } };
		return client.repairs.update({ id: repair.id, changes, ...base }).then(() => {
			if (found) diagnosis.stored(found.text);
			if (used) materials.stored(used.text);
			if (given && cents !== undefined) donation.stored(given.text);
			void refreshRepairs();
		});
	});
	return (
		<Section title={t.work}>
			<Stack gap="sm">
				<Textarea
					label={t.diagnosis}
					description={t.diagnosisHint}
					autosize
					minRows={3}
					maxRows={14}
					maxLength={4000}
					value={diagnosis.text}
					onChange={(event) => {
						diagnosis.set(event.currentTarget.value);
						typed();
					}}
					onBlur={() => void save()}
				/>
				<TextInput
					label={t.materials}
					description={t.materialsHint}
					maxLength={400}
					value={materials.text}
					onChange={(event) => {
						materials.set(event.currentTarget.value);
						typed();
					}}
					onBlur={() => void save()}
				/>
				<TextInput
					label={t.donation}
					inputMode="decimal"
					autoComplete="off"
					maxLength={20}
					maw="12rem"
					value={donation.text}
					error={left && parseMoney(donation.text) === undefined ? t.amountWrong : undefined}
					onChange={(event) => {
						setLeft(false);
						donation.set(event.currentTarget.value);
						typed();
					}}
					onBlur={() => {
						setLeft(true);
						void save();
					}}
				/>
				<SaveLine state={state} />
			</Stack>
		</Section>
	);
}
