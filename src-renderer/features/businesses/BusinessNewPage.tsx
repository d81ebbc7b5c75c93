import { Alert, Anchor, Button } from '@mantine/core';
import { IconDeviceFloppy, IconHistory } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Draft, useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { BusinessDuplicates } from './BusinessDuplicates.tsx';
import classes from './Businesses.module.css';
import {
	contactFields,
	contactProblems,
	EMPTY_CONTACT_VALUES,
	EMPTY_SITE_VALUES,
	EMPTY_VALUES,
	fieldsOf,
	isEmpty,
} from './business-values.ts';
import { ContactFieldset } from './ContactFieldset.tsx';
import { FactsFields } from './FactsFields.tsx';
import { refreshBusinesses } from './refresh-businesses.ts';
import { SiteFieldset } from './SiteFieldset.tsx';
import { texts } from './texts.ts';

const DRAFT = 'business:new';
const EMPTY = { facts: EMPTY_VALUES, site: EMPTY_SITE_VALUES, contact: EMPTY_CONTACT_VALUES };

/** A new business with its first site and contact. */
export function BusinessNewPage() {
	const t = useTexts(texts);
	const draft = useDraft(DRAFT);
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/unternehmen" {...props} />}>{t.backToList}</Anchor>}
				title={t.newTitle}
				subtitle={t.newHint}
			/>
			{draft.loaded && <NewBusiness draft={draft} />}
		</Page>
	);
}

function NewBusiness({ draft }: { draft: Draft }) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const root = useRef<HTMLFormElement>(null);
	const [kept] = useState(() => restored(draft.text));
	const [values, setValues] = useState(kept ?? EMPTY);
	const [isRestored, setRestored] = useState(kept !== null);
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const { facts, site, contact } = values;
	const hasContact = !isEmpty(contact);
	const fields = fieldsOf(facts);
	const fits = fields !== null && (!hasContact || contactProblems(contact).size === 0);

	useEffect(() => root.current?.querySelector<HTMLElement>('[data-first-field]')?.focus(), []);

	const set = (changes: Partial<typeof EMPTY>) => {
		const next = { ...values, ...changes };
		setValues(next);
		draft.save(JSON.stringify(next));
	};
	const save = async () => {
		if (saving) return;
		setTried(true);
		if (fields === null || !fits) {
			requestAnimationFrame(() => root.current && focusFirstWrong(root.current));
			return;
		}
		setSaving(true);
		setError(null);
		try {
			const { id } = await client.businesses.create({
				fields,
				site: isEmpty(site) ? null : { ...site, name: t.mainSite },
				contact: hasContact ? contactFields(contact) : null,
			});
			await draft.discard();
			void refreshBusinesses();
			await navigate({ to: '/unternehmen/$id', params: { id }, replace: true });
		} catch (caught) {
			setError(caught);
			setSaving(false);
		}
	};
	const cancel = async () => {
		const typed = JSON.stringify(values);
		await draft.discard();
		await navigate({ to: '/unternehmen' });
		if (typed === JSON.stringify(EMPTY)) return;
		showUndo(t.discarded, async () => {
			await client.records.saveDraft({ key: DRAFT, text: typed });
			await navigate({ to: '/unternehmen/neu' });
		});
	};
	return (
		<form
			ref={root}
			className={classes.form}
			noValidate
			onKeyDown={(event: KeyboardEvent) => {
				if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
				const isSaving = event.ctrlKey || event.metaKey;
				// In a form this long, Enter in a field must not save half of it.
				if (!isSaving && !(event.target instanceof HTMLInputElement)) return;
				event.preventDefault();
				if (isSaving) void save();
			}}
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
		>
			{isRestored && (
				<Alert color="petrol" variant="light" icon={<IconHistory aria-hidden />} role="status">
					{t.draftFound}{' '}
					<Button
						size="compact-sm"
						variant="default"
						onClick={() => {
							setValues(EMPTY);
							setRestored(false);
							void draft.discard();
						}}
					>
						{t.draftDiscard}
					</Button>
				</Alert>
			)}
			<Section title={t.sections.facts}>
				<FactsFields
					values={facts}
					onChange={(changes) => set({ facts: { ...facts, ...changes } })}
					tried={tried}
					notice={<BusinessDuplicates id={null} name={facts.name} postcode={site.postcode} city={site.city} />}
				/>
			</Section>
			<Section title={t.sections.site} description={t.sectionHints.site}>
				<SiteFieldset values={site} onChange={(changes) => set({ site: { ...site, ...changes } })} nameError={null} />
			</Section>
			<Section title={t.sections.contact} description={t.sectionHints.contact}>
				<ContactFieldset
					values={contact}
					onChange={(changes) => set({ contact: { ...contact, ...changes } })}
					tried={tried && hasContact}
					isOptional
				/>
			</Section>
			<ErrorNotice error={error} />
			<div className={classes.footer}>
				<Button type="submit" loading={saving} leftSection={<IconDeviceFloppy size={18} aria-hidden />}>
					{t.save}
				</Button>
				<Button variant="default" onClick={() => void cancel()}>
					{t.cancel}
				</Button>
				<span className={classes.hint} role="status">
					{tried && !fits ? t.invalid : t.saveHint}
				</span>
			</div>
		</form>
	);
}

/** What was typed before; null where nothing was, or it is no such draft. */
function restored(text: string | null): typeof EMPTY | null {
	if (text === null) return null;
	try {
		const { facts, site, contact } = JSON.parse(text) as typeof EMPTY;
		return { facts: { ...EMPTY.facts, ...facts }, site: { ...EMPTY.site, ...site }, contact: { ...EMPTY.contact, ...contact } };
	} catch {
		return null;
	}
}
