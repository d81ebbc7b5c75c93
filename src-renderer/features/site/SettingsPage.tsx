import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChangePassphrase } from '#renderer/features/members/ChangePassphrase.tsx';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { AppearanceChoices } from '#renderer/shell/AppearanceChoices.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import classes from './SettingsPage.module.css';
import { texts } from './texts.ts';

export function SettingsPage() {
	const t = useTexts(texts);
	const session = useSession();
	const status = useQuery(api.site.status.queryOptions());
	const [changing, { open, close }] = useDisclosure(false);
	const administrator = session.member.roles.includes('administrator');
	return (
		<Page>
			<PageHeader title={t.settingsTitle} subtitle={status.data && t.version(status.data.appVersion)} />
			<div className={classes.columns}>
				<ProfileSection editable={administrator} />
				<Section title={t.appearanceSection}>
					<Stack gap="md">
						<AppearanceChoices />
					</Stack>
				</Section>
				<Section title={t.passphraseSection} description={t.passphraseSectionBody}>
					<div>
						<Button variant="default" onClick={open}>
							{t.changePassphrase}
						</Button>
					</div>
				</Section>
				{!session.isSample && (
					<Section title={t.kitSection}>
						<p className={classes.words}>
							{session.kitPending ? t.kitStatePending : t.kitStateDone} {session.kitPending && !administrator && t.kitStateAdmin}
						</p>
						{session.kitPending && administrator && (
							<div>
								<Button renderRoot={(props) => <Link to="/notfallblatt" {...props} />}>{t.kitOpen}</Button>
							</div>
						)}
					</Section>
				)}
				<Section title={t.deviceSection}>
					<dl className={classes.facts}>
						<dt>{t.device}</dt>
						<dd>{session.deviceName}</dd>
						<dt>{t.memberLabel}</dt>
						<dd>
							{session.member.name} ({session.member.signInName})
						</dd>
						<dt>{t.rolesShort}</dt>
						<dd>{session.member.roles.map((role) => t.roleWords[role]).join(', ')}</dd>
						<dt>{t.vaultsLabel}</dt>
						<dd>{session.vaults.map((vault) => t.vaultWords[vault]).join(', ')}</dd>
					</dl>
				</Section>
			</div>
			{changing && <ChangePassphrase onClose={close} />}
		</Page>
	);
}

function ProfileSection({ editable }: { editable: boolean }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const { profile } = useSession();
	const required = (text: string) => (text.trim() === '' ? t.missing : null);
	const form = useForm({
		initialValues: profile,
		validateInputOnBlur: true,
		validate: { name: required, organisation: required },
	});
	const save = useMutation(
		api.site.updateProfile.mutationOptions({
			onSuccess: async (_, saved) => {
				form.resetDirty(saved);
				await queries.invalidateQueries({ queryKey: api.site.status.key() });
			},
		}),
	);
	return (
		<Section title={t.profileTitle} description={editable ? undefined : t.profileAdminOnly}>
			<form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
				<Stack>
					<TextInput label={t.siteName} maxLength={120} readOnly={!editable} {...form.getInputProps('name')} />
					<TextInput label={t.organisation} maxLength={120} readOnly={!editable} {...form.getInputProps('organisation')} />
					<NumberInput
						label={t.lockAfter}
						description={t.lockHint}
						min={1}
						max={120}
						clampBehavior="strict"
						allowDecimal={false}
						suffix={` ${t.minutes}`}
						readOnly={!editable}
						classNames={{ wrapper: classes.minutes ?? '' }}
						{...form.getInputProps('lockAfterMinutes')}
					/>
					<ErrorNotice error={save.error} />
					{editable && (
						<Group>
							<Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
								{t.save}
							</Button>
							{save.isSuccess && !form.isDirty() && <span role="status">{t.saved}</span>}
						</Group>
					)}
				</Stack>
			</form>
		</Section>
	);
}
