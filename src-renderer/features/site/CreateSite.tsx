import { Alert, Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NewPassphrase } from '#renderer/features/members/NewPassphrase.tsx';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { suggestSignInName } from '#renderer/features/members/sign-in-name.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { type Role, SignInName } from '#shared/features/members/model.ts';
import { texts } from './texts.ts';

const STEPS = 3;
/** The first person always manages the site; these they choose beside it. */
const CHOICES = ['counsellor', 'coordinator', 'volunteer'] as const satisfies readonly Role[];

/** Place, person, passphrase; says that there is no back door before anything is created. */
export function CreateSite({ onBack }: { onBack: () => void }) {
	const t = useTexts(texts);
	const { roles, roleDetails } = useTexts(roleWords);
	const queries = useQueryClient();
	const [step, setStep] = useState(1);
	const [passphrase, setPassphrase] = useState<string | null>(null);
	const [tried, setTried] = useState(false);
	const [nameSuggested, setNameSuggested] = useState(true);
	const required = (text: string) => (text.trim() === '' ? t.missing : null);
	const form = useForm({
		initialValues: {
			name: '',
			organisation: '',
			deviceName: '',
			memberName: '',
			signInName: '',
			roles: ['counsellor'] as string[],
		},
		validateInputOnBlur: true,
		validate: {
			name: required,
			organisation: required,
			deviceName: required,
			memberName: required,
			signInName: (text) => (SignInName.safeParse(text).success ? null : t.signInNameWrong),
		},
	});
	const create = useMutation(
		api.site.create.mutationOptions({
			onSuccess: async () => {
				location.hash = '#/notfallblatt';
				await queries.invalidateQueries({ queryKey: api.site.status.key() });
			},
		}),
	);

	const goOn = (fields: readonly (keyof typeof form.values)[]) => {
		const problems = fields.map((field) => form.validateField(field).hasError);
		if (!problems.includes(true)) setStep(step + 1);
		else form.getInputNode(fields[problems.indexOf(true)] ?? 'name')?.focus();
	};
	const finish = () => {
		setTried(true);
		if (passphrase === null) return;
		const { roles: chosen, ...values } = form.values;
		create.mutate({
			...values,
			passphrase,
			roles: ['administrator', ...CHOICES.filter((role) => chosen.includes(role))],
		});
	};

	const frame = { above: t.step(step, STEPS), onBack: () => (step === 1 ? onBack() : setStep(step - 1)) };
	if (step === 1) {
		return (
			<EntranceFrame {...frame} title={t.placeTitle} intro={t.placeIntro}>
				<StepForm onSubmit={() => goOn(['name', 'organisation', 'deviceName'])}>
					<TextInput
						label={t.siteName}
						description={t.siteNameHint}
						data-autofocus
						{...form.getInputProps('name')}
						maxLength={120}
					/>
					<TextInput
						label={t.organisation}
						description={t.organisationHint}
						{...form.getInputProps('organisation')}
						maxLength={120}
					/>
					<TextInput label={t.deviceName} description={t.deviceNameHint} {...form.getInputProps('deviceName')} maxLength={120} />
					<SubmitRow label={t.next} />
				</StepForm>
			</EntranceFrame>
		);
	}
	if (step === 2) {
		return (
			<EntranceFrame {...frame} title={t.youTitle} intro={t.youIntro}>
				<StepForm onSubmit={() => goOn(['memberName', 'signInName'])}>
					<TextInput
						label={t.yourName}
						data-autofocus
						autoComplete="name"
						maxLength={120}
						{...form.getInputProps('memberName')}
						onChange={(event) => {
							const name = event.currentTarget.value;
							form.setFieldValue('memberName', name);
							if (nameSuggested) form.setFieldValue('signInName', suggestSignInName(name));
						}}
					/>
					<TextInput
						label={t.signInName}
						description={t.signInNameHint}
						autoComplete="username"
						autoCapitalize="none"
						spellCheck={false}
						{...form.getInputProps('signInName')}
						onChange={(event) => {
							setNameSuggested(false);
							form.setFieldValue('signInName', event.currentTarget.value);
						}}
					/>
					<Checkbox.Group
						label={t.rolesLabel}
						size="md"
						value={['administrator', ...form.values.roles]}
						onChange={(next) => form.setFieldValue('roles', next)}
					>
						<Stack gap="sm" mt="xs">
							<Checkbox
								value="administrator"
								disabled
								label={roles.administrator}
								description={`${roleDetails.administrator} ${t.roleOfFirst}`}
							/>
							{CHOICES.map((role) => (
								<Checkbox key={role} value={role} label={roles[role]} description={roleDetails[role]} />
							))}
						</Stack>
					</Checkbox.Group>
					<SubmitRow label={t.next} />
				</StepForm>
			</EntranceFrame>
		);
	}
	return (
		<EntranceFrame {...frame} title={t.passphraseTitle} intro={t.passphraseIntro}>
			<StepForm onSubmit={finish}>
				<NewPassphrase
					first
					onChange={setPassphrase}
					known={[form.values.name, form.values.organisation, form.values.memberName, form.values.signInName]}
					showProblems={tried}
				/>
				<Alert color="clay" variant="light" icon={<IconKey aria-hidden />} title={t.noBackDoorTitle}>
					{t.noBackDoorBody}
				</Alert>
				<ErrorNotice error={create.error} />
				<SubmitRow label={create.isPending ? t.creating : t.create} loading={create.isPending || create.isSuccess} />
			</StepForm>
		</EntranceFrame>
	);
}

function StepForm({ onSubmit, children }: { onSubmit: () => void; children: React.ReactNode }) {
	return (
		<form
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				onSubmit();
			}}
		>
			<Stack gap="lg">{children}</Stack>
		</form>
	);
}

function SubmitRow({ label, loading = false }: { label: string; loading?: boolean }) {
	return (
		<div>
			<Button type="submit" size="lg" loading={loading}>
				{label}
			</Button>
		</div>
	);
}
