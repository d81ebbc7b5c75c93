import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { fieldTexts } from '../fieldTexts.ts';
import { countries } from '../placeNames.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { CodeField } from './CodeField.tsx';
import { LanguageFields } from './LanguageFields.tsx';
import classes from './PersonForm.module.css';
import { PhoneFields } from './PhoneFields.tsx';
import { texts } from './texts.ts';
import type { PersonForm } from './usePersonForm.ts';

/** The sections of the form for a person, in the order one asks. */

/** `notice` stands where the name and the birth date have just been typed. */
export function NameSection({ form, notice }: { form: PersonForm; notice: ReactNode }) {
	const t = useTexts(texts);
	const { field, sex } = useTexts(fieldTexts);
	return (
		<Section title={t.sections.name} description={t.sections.nameHint}>
			<TextInput label={field.firstName} maxLength={120} maw="28rem" data-first-field {...form.text('firstName')} />
			<TextInput label={field.lastName} maxLength={120} maw="28rem" {...form.text('lastName')} />
			<DateField
				label={field.birthDate}
				needsYear
				notInFuture
				value={form.values.birthDate}
				onChange={(date) => form.set('birthDate', date)}
			/>
			{notice}
			<ChoiceField label={field.sex} words={sex} value={form.values.sex} onChange={(value) => form.set('sex', value)} />
			<TextInput label={field.title} maxLength={60} maw="12rem" {...form.text('title')} />
			<TextInput label={field.birthName} maxLength={120} maw="28rem" {...form.text('birthName')} />
			<TextInput
				label={field.pronunciation}
				description={t.pronunciationHint}
				maxLength={120}
				maw="28rem"
				{...form.text('pronunciation')}
			/>
		</Section>
	);
}

export function ContactSection({ form }: { form: PersonForm }) {
	const t = useTexts(texts);
	const { field, preferredContact } = useTexts(fieldTexts);
	return (
		<Section title={t.sections.contact}>
			<TextInput label={field.street} maxLength={120} maw="28rem" {...form.text('street')} />
			<div className={classes.place}>
				<TextInput label={field.postcode} maxLength={12} inputMode="numeric" {...form.text('postcode')} />
				<TextInput label={field.city} maxLength={120} {...form.text('city')} />
			</div>
			<TextInput
				label={field.addressExtra}
				description={t.addressExtraHint}
				maxLength={120}
				maw="28rem"
				{...form.text('addressExtra')}
			/>
			<PhoneFields form={form} />
			<Checkbox
				label={field.doNotCall}
				description={t.doNotCallHint}
				color="brick"
				checked={form.values.doNotCall}
				onChange={(event) => form.set('doNotCall', event.currentTarget.checked)}
			/>
			<TextInput label={field.email} type="email" maxLength={200} maw="28rem" {...form.text('email')} />
			<ChoiceField
				label={field.preferredContact}
				words={preferredContact}
				value={form.values.preferredContact}
				onChange={(value) => form.set('preferredContact', value)}
			/>
		</Section>
	);
}

export function OriginSection({ form }: { form: PersonForm }) {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const screen = useLanguage();
	const options = useMemo(
		() => [{ value: 'keine_angabe', label: words.refused }, { value: 'stateless', label: words.stateless }, ...countries(screen)],
		[screen, words],
	);
	return (
		<Section title={t.sections.origin}>
			<LanguageFields form={form} />
			<ChoiceField
				label={words.field.interpreterNeeded}
				words={words.yesNo}
				value={form.values.interpreterNeeded}
				onChange={(value) => form.set('interpreterNeeded', value)}
			/>
			<CodeField
				label={words.field.nationality}
				options={options}
				value={form.values.nationality}
				onChange={(value) => form.set('nationality', value)}
			/>
			<TextInput label={words.field.residenceTitle} maxLength={120} maw="28rem" {...form.text('residenceTitle')} />
			<DateField
				label={words.field.residenceUntil}
				value={form.values.residenceUntil}
				onChange={(date) => form.set('residenceUntil', date)}
			/>
			<ChoiceField
				label={words.field.workAccess}
				words={words.workAccess}
				value={form.values.workAccess}
				onChange={(value) => form.set('workAccess', value)}
			/>
		</Section>
	);
}

export function HouseholdSection({ form }: { form: PersonForm }) {
	const t = useTexts(texts);
	const { field, yesNo } = useTexts(fieldTexts);
	const years = form.values.childBirthYears;
	return (
		<Section title={t.sections.household}>
			<NumberInput
				label={field.adults}
				min={0}
				max={30}
				allowDecimal={false}
				maw="12rem"
				value={form.values.adults ?? ''}
				onChange={(value) => form.set('adults', typeof value === 'number' ? value : null)}
			/>
			<TextInput
				label={field.childBirthYears}
				description={t.childrenHint}
				maw="28rem"
				value={years}
				error={form.problem('childBirthYears')}
				onChange={(event) => form.set('childBirthYears', event.currentTarget.value)}
				onBlur={() => form.leave('childBirthYears')}
			/>
			<ChoiceField
				label={field.singleParent}
				words={yesNo}
				value={form.values.singleParent}
				onChange={(value) => form.set('singleParent', value)}
			/>
		</Section>
	);
}

export function WorkSection({ form }: { form: PersonForm }) {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const { field } = words;
	return (
		<Section title={t.sections.work}>
			<ChoiceField
				label={field.schoolDegree}
				words={words.schoolDegree}
				value={form.values.schoolDegree}
				onChange={(value) => form.set('schoolDegree', value)}
			/>
			<ChoiceField
				label={field.vocationalDegree}
				words={words.vocationalDegree}
				value={form.values.vocationalDegree}
				onChange={(value) => form.set('vocationalDegree', value)}
			/>
			<ChoiceField
				label={field.employment}
				words={words.employment}
				value={form.values.employment}
				onChange={(value) => form.set('employment', value)}
			/>
			<DateField
				label={field.unemployedSince}
				notInFuture
				value={form.values.unemployedSince}
				onChange={(date) => form.set('unemployedSince', date)}
			/>
			<ChoiceField
				label={field.benefit}
				words={words.benefit}
				value={form.values.benefit}
				onChange={(value) => form.set('benefit', value)}
			/>
			<ChoiceField
				label={field.drivingLicence}
				words={words.drivingLicence}
				value={form.values.drivingLicence}
				onChange={(value) => form.set('drivingLicence', value)}
			/>
			<ChoiceField
				label={field.disability}
				description={t.disabilityHint}
				words={words.disability}
				value={form.values.disability}
				onChange={(value) => form.set('disability', value)}
			/>
		</Section>
	);
}

export function OtherSection({ form }: { form: PersonForm }) {
	const t = useTexts(texts);
	const { field } = useTexts(fieldTexts);
	return (
		<Section title={t.sections.other}>
			<DateField
				label={field.firstContact}
				notInFuture
				value={form.values.firstContact}
				onChange={(date) => form.set('firstContact', date)}
			/>
			<Textarea
				label={field.remarks}
				description={t.remarksHint}
				autosize
				minRows={3}
				maxRows={14}
				maxLength={4000}
				{...form.text('remarks')}
			/>
		</Section>
	);
}
