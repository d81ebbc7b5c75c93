import { Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { Unsaved } from '#renderer/ui/Unsaved.tsx';
import { useGuardedClose } from '#renderer/ui/useGuardedClose.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { type FunderProgramme, type ProgrammeFields, Regime } from '#shared/features/funder-programmes/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

type Values = Omit<ProgrammeFields, 'startsOn'> & { readonly startsOn: LocalDate | null };
const BLANK: Values = {
	...{ name: '', regime: 'esf_plus_2021', startsOn: null, endsOn: null, grantNoticeOn: null, keepUntil: null },
};

/** One programme, new or known. */
export function ProgrammeDialog({ programme, onClose }: { programme: FunderProgramme | null; onClose(): void }) {
	const t = useTexts(texts);
	const [before] = useState<Values>(() => (programme === null ? BLANK : fieldsOf(programme)));
	const [values, setValues] = useState(before);
	const [tried, setTried] = useState(false);
	const { isAsking, close } = useGuardedClose(values, before, onClose);
	useReturnFocus();
	const save = useMutation({
		mutationFn: async (fields: ProgrammeFields) => {
			if (programme === null) await client.funderProgrammes.create(fields);
			else await client.funderProgrammes.update({ id: programme.id, changes: changed(before, fields) });
		},
		onSuccess: async () => {
			await queryClient.invalidateQueries({ queryKey: api.funderProgrammes.key() });
			onClose();
		},
	});
	const isTaken = refusalCode(save.error) === 'NAME_TAKEN';
	const { name, startsOn, endsOn } = values;
	const endsEarly = startsOn !== null && endsOn !== null && endsOn < startsOn;
	const set = (changes: Partial<Values>) => {
		setValues({ ...values, ...changes });
		save.reset();
	};
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		if (name.trim() === '' || startsOn === null || endsEarly) focusFirstWrong(event.currentTarget);
		else save.mutate({ ...values, name: name.trim(), startsOn });
	};
	return (
		<Modal
			opened
			onClose={close}
			title={<strong>{programme === null ? t.newTitle : t.editOf(programme.name)}</strong>}
			returnFocus={false}
		>
			<form noValidate onSubmit={submit}>
				<Stack>
					<TextInput
						data-autofocus
						label={t.name}
						description={t.nameHint}
						required
						maxLength={120}
						autoComplete="off"
						value={name}
						onChange={(event) => set({ name: event.currentTarget.value })}
						error={isTaken ? t.nameTaken : tried && name.trim() === '' ? t.nameMissing : undefined}
					/>
					<Select
						label={t.regimeLabel}
						data={Regime.options.map((regime) => ({ value: regime, label: t.regime[regime] }))}
						value={values.regime}
						allowDeselect={false}
						onChange={(regime) => set({ regime: Regime.parse(regime) })}
					/>
					<DateField
						label={t.startsOn}
						required
						value={startsOn}
						onChange={(day) => set({ startsOn: day })}
						error={tried && startsOn === null ? t.startsMissing : undefined}
					/>
					<DateField
						label={t.endsOn}
						value={endsOn}
						onChange={(day) => set({ endsOn: day })}
						error={endsEarly ? t.endsEarly : undefined}
					/>
					<DateField label={t.grantNoticeOn} value={values.grantNoticeOn} onChange={(day) => set({ grantNoticeOn: day })} />
					<DateField
						label={t.keepUntil}
						description={t.keepUntilHint}
						value={values.keepUntil}
						onChange={(day) => set({ keepUntil: day })}
					/>
					<SaveActions
						notice={
							<>
								{isAsking && <Unsaved />}
								<ErrorNotice error={isTaken ? null : save.error} />
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

const fieldsOf = ({ name, regime, startsOn, endsOn, grantNoticeOn, keepUntil }: FunderProgramme): Values => ({
	...{ name, regime, startsOn, endsOn, grantNoticeOn, keepUntil },
});

/** Only what was changed here, so that somebody else's change of another field stays. */
function changed(before: Values, after: ProgrammeFields): Partial<ProgrammeFields> {
	const keys = (Object.keys(after) as (keyof ProgrammeFields)[]).filter((key) => before[key] !== after[key]);
	return Object.fromEntries(keys.map((key) => [key, after[key]]));
}
