import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { isPostcode } from '#renderer/i18n/postcode.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { SiteProfile } from '#shared/features/site/model.ts';
import classes from './SettingsPage.module.css';
import { texts } from './texts.ts';

/** As the fields hold it. */
const typed = ({ street, postcode, city, phone, ...profile }: SiteProfile) => ({
	...profile,
	...{ street: street ?? '', postcode: postcode ?? '', city: city ?? '', phone: phone ?? '' },
});

/** The house's name, address and lock, for those who may change them. */
export function ProfileForm() {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const { profile } = useSession();
	const required = (text: string) => (text.trim() === '' ? t.missing : null);
	const form = useForm({
		initialValues: typed(profile),
		validateInputOnBlur: true,
		validate: {
			name: required,
			organisation: required,
			postcode: (text) => (text.trim() === '' || isPostcode(text) ? null : t.postcodeWrong),
		},
	});
	const save = useMutation(
		api.site.updateProfile.mutationOptions({
			onSuccess: async (_, saved) => {
				form.resetDirty(typed(saved));
				await queries.invalidateQueries({ queryKey: api.site.status.key() });
			},
		}),
	);
	return (
		<Section title={t.profileTitle}>
			<form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
				<Stack>
					<TextInput label={t.siteName} maxLength={120} {...form.getInputProps('name')} />
					<TextInput label={t.organisation} maxLength={120} {...form.getInputProps('organisation')} />
					<TextInput label={t.street} description={t.addressHint} maxLength={160} {...form.getInputProps('street')} />
					<div className={classes.place}>
						<TextInput label={t.postcode} maxLength={12} {...form.getInputProps('postcode')} />
						<TextInput label={t.city} maxLength={80} {...form.getInputProps('city')} />
					</div>
					<TextInput
						label={t.phone}
						maxLength={40}
						classNames={{ wrapper: classes.minutes ?? '' }}
						{...form.getInputProps('phone')}
					/>
					<NumberInput
						label={t.lockAfter}
						description={t.lockHint}
						min={1}
						max={120}
						clampBehavior="strict"
						allowDecimal={false}
						suffix={` ${t.minutes}`}
						classNames={{ wrapper: classes.minutes ?? '' }}
						{...form.getInputProps('lockAfterMinutes')}
					/>
					<ErrorNotice error={save.error} />
					<Group>
						<Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
							{t.save}
						</Button>
						{save.isSuccess && !form.isDirty() && <span role="status">{t.saved}</span>}
					</Group>
				</Stack>
			</form>
		</Section>
	);
}

/** The same for everybody else: nothing looks as if it could be typed into. */
export function ProfileFacts() {
	const t = useTexts(texts);
	const { name, organisation, street, postcode, city, phone, lockAfterMinutes } = useSession().profile;
	const place = [postcode, city].filter(Boolean).join(' ');
	const facts = [
		[t.siteName, name],
		[t.organisation, organisation],
		[t.address, [street, place].filter(Boolean).join('\n')],
		[t.phone, phone],
		[t.lockAfter, `${lockAfterMinutes} ${t.minutes}`],
	];
	return (
		<Section title={t.profileTitle} description={t.profileAdminOnly}>
			<dl className={classes.facts}>
				{facts.map(
					([word, fact]) =>
						fact && (
							<Fragment key={word}>
								<dt>{word}</dt>
								<dd>{fact}</dd>
							</Fragment>
						),
				)}
			</dl>
		</Section>
	);
}
