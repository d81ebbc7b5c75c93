import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import form from '#renderer/ui/Form.module.css';
import { Section } from '#renderer/ui/Section.tsx';
import { Country, type OpenRepairSettings } from '#shared/features/open-repair-data/model.ts';
import { texts } from './export-texts.ts';

/** Under which name the house gives its data out. */
export function SettingsPart({ settings }: { settings: OpenRepairSettings | null }) {
	const t = useTexts(texts);
	const fields = useForm({
		initialValues: settings ?? { provider: '', country: 'DEU', group: '' },
		validate: {
			provider: (value) => (value.trim() === '' ? t.missing : null),
			country: (value) => (Country.safeParse(value.trim()).success ? null : t.countryWrong),
			group: (value) => (value.trim() === '' ? t.missing : null),
		},
	});
	const save = useMutation({
		mutationFn: (values: OpenRepairSettings) => client.openRepairData.saveSettings(values),
		onSuccess: (_, values) => {
			fields.resetDirty(values);
			void queryClient.invalidateQueries({ queryKey: api.openRepairData.key() });
		},
	});
	return (
		<Section title={t.settingsTitle}>
			<form
				className={form.form}
				onSubmit={fields.onSubmit((values) =>
					save.mutate({
						...values,
						provider: values.provider.trim(),
						country: values.country.trim(),
						group: values.group.trim(),
					}),
				)}
			>
				<div className={form.two}>
					<TextInput label={t.provider} description={t.providerHint} maxLength={120} {...fields.getInputProps('provider')} />
					<TextInput label={t.group} description={t.groupHint} maxLength={120} {...fields.getInputProps('group')} />
					<TextInput label={t.country} description={t.countryHint} maxLength={3} {...fields.getInputProps('country')} />
				</div>
				<ErrorNotice error={save.error} />
				<Group>
					<Button type="submit" variant="default" loading={save.isPending} disabled={!fields.isDirty() && settings !== null}>
						{t.save}
					</Button>
					{save.isSuccess && !fields.isDirty() && <span role="status">{t.saved}</span>}
				</Group>
			</form>
		</Section>
	);
}
