import { Modal, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { Unsaved } from '#renderer/ui/Unsaved.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useGuardedClose } from '#renderer/ui/useGuardedClose.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import {
	LIFE_AREAS,
	type LifeArea,
	type Moment,
	Rating,
	type Situation,
	type SituationFields,
} from '#shared/features/goals/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { refreshGoals } from './refresh-goals.ts';
import classes from './Situation.module.css';
import { texts } from './texts.ts';

const UNSAID: SituationFields = { rating: null, resources: '', obstacles: '' };
const NOT_ASKED = '';

interface Props {
	caseId: CaseId;
	moment: Moment;
	situation: readonly Situation[];
	onClose(): void;
}

/** How it stands in each life area at one moment; only what was changed is sent. */
export function SituationDialog({ caseId, moment, situation, onClose }: Props) {
	const t = useTexts(texts);
	const [initial] = useState(() => Object.fromEntries(LIFE_AREAS.map((area) => [area, saidOf(situation, area, moment)])) as Said);
	const [said, setSaid] = useState(initial);
	const { isAsking, close } = useGuardedClose(said, initial, onClose);
	useReturnFocus();
	const save = useMutation({
		mutationFn: async () => {
			const areas = LIFE_AREAS.flatMap((area) => {
				const changes = changedFields(initial[area], said[area]);
				const { resources, obstacles } = initial[area];
				return Object.keys(changes).length === 0 ? [] : [{ area, changes, base: { resources, obstacles } }];
			});
			if (areas.length > 0) await client.goals.assess({ caseId, moment, areas });
		},
		onSuccess: async () => {
			onClose();
			await refreshGoals();
			showNotice(t.situationSaved);
		},
	});
	return (
		<Modal opened onClose={close} size="xl" title={<strong>{t.situationTitle[moment]}</strong>} returnFocus={false}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					save.mutate();
				}}
			>
				<Stack gap="sm">
					<p className={classes.hint}>{t.scale}</p>
					{LIFE_AREAS.map((area) => (
						<AreaFields
							key={area}
							area={area}
							said={said[area]}
							onChange={(changes) => setSaid((before) => ({ ...before, [area]: { ...before[area], ...changes } }))}
						/>
					))}
					<SaveActions
						notice={
							<>
								<ErrorNotice error={save.error} />
								{isAsking && <Unsaved />}
							</>
						}
						isSaving={save.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}

type Said = Record<LifeArea, SituationFields>;

function AreaFields({
	area,
	said,
	onChange,
}: {
	area: LifeArea;
	said: SituationFields;
	onChange(changes: Partial<SituationFields>): void;
}) {
	const t = useTexts(texts);
	const [isOpen] = useState(said.resources !== '' || said.obstacles !== '');
	const name = t.themes[area];
	return (
		<fieldset className={classes.fieldset}>
			<legend>{name}</legend>
			<SegmentedControl
				aria-label={name}
				fullWidth
				data={[
					{ value: NOT_ASKED, label: t.notAsked },
					...Rating.options.map((rating) => ({ value: rating as string, label: rating === 'keine_angabe' ? t.refused : rating })),
				]}
				value={said.rating ?? NOT_ASKED}
				onChange={(value) => onChange({ rating: value === NOT_ASKED ? null : (value as Rating) })}
			/>
			<details className={classes.fields} open={isOpen}>
				<summary aria-label={t.notes(name)}>{t.notesShort}</summary>
				<div className={classes.pair}>
					<Textarea
						label={t.resources}
						autosize
						minRows={2}
						maxLength={4000}
						value={said.resources}
						onChange={(event) => onChange({ resources: event.currentTarget.value })}
					/>
					<Textarea
						label={t.obstacles}
						autosize
						minRows={2}
						maxLength={4000}
						value={said.obstacles}
						onChange={(event) => onChange({ obstacles: event.currentTarget.value })}
					/>
				</div>
			</details>
		</fieldset>
	);
}

function saidOf(situation: readonly Situation[], area: LifeArea, moment: Moment): SituationFields {
	const found = situation.find((one) => one.area === area && one.moment === moment);
	return found ? { rating: found.rating, resources: found.resources, obstacles: found.obstacles } : UNSAID;
}

const changedFields = (before: SituationFields, after: SituationFields): Partial<SituationFields> =>
	Object.fromEntries(Object.entries(after).filter(([field, value]) => value !== before[field as keyof SituationFields]));
