import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Template, TemplateKind } from '#shared/features/letters/model.ts';
import classes from './Letters.module.css';
import { refreshLetters } from './refresh-letters.ts';
import { TemplateDialog } from './TemplateDialog.tsx';
import { templateTexts } from './template-texts.ts';

/** The templates of the office, for whoever counsels. */
export function TemplatesPage() {
	const t = useTexts(templateTexts);
	const templates = useQuery(api.letters.templates.queryOptions());
	const [editing, setEditing] = useState<Template | 'new' | null>(null);
	const hasSome = templates.data !== undefined && templates.data.length > 0;
	const adopt = async () => {
		try {
			const { ids } = await client.letters.adoptStarters();
			await refreshLetters();
			if (ids.length === 0) showNotice(t.adoptedNone);
			else {
				showUndo(t.adopted(ids.length), async () => {
					for (const id of ids) await client.letters.removeTemplate({ id });
					await refreshLetters();
				});
			}
		} catch (error) {
			showError(error);
		}
	};
	const add = (
		<Button
			variant={hasSome ? 'filled' : 'default'}
			leftSection={<IconPlus size={18} aria-hidden />}
			onClick={() => setEditing('new')}
		>
			{t.new}
		</Button>
	);
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/fallakten" {...props} />}>{t.back}</Anchor>}
				title={t.title}
				subtitle={t.intro}
				actions={
					hasSome && (
						<>
							<Button variant="default" onClick={() => void adopt()}>
								{t.adoptMissing}
							</Button>
							{add}
						</>
					)
				}
			/>
			<ErrorNotice error={templates.error} onRetry={() => void templates.refetch()} />
			{templates.isPending && <Skeleton height={240} />}
			{templates.data?.length === 0 && (
				<EmptyState
					icon={<IconMail size={26} />}
					title={t.emptyTitle}
					action={
						<div className={classes.actions}>
							{add}
							<Button onClick={() => void adopt()}>{t.adopt}</Button>
						</div>
					}
				>
					{t.emptyWords}
				</EmptyState>
			)}
			{hasSome &&
				TemplateKind.options.map((kind) => (
					<Section key={kind} title={kind === 'letter' ? t.letters : t.notes}>
						<TemplateRows templates={templates.data.filter((one) => one.kind === kind)} onEdit={setEditing} />
					</Section>
				))}
			{editing !== null && <TemplateDialog template={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
		</Page>
	);
}

function TemplateRows({ templates, onEdit }: { templates: readonly Template[]; onEdit(template: Template): void }) {
	const t = useTexts(templateTexts);
	if (templates.length === 0) return <span className={classes.quiet}>{t.noneOfKind}</span>;
	return (
		<ul className={classes.rows}>
			{templates.map((template) => (
				<li key={template.id} className={classes.row}>
					<span className={classes.words}>
						<strong>{template.name}</strong>
						<span className={classes.quiet}>
							{[template.isRetired && t.retired, template.subject].filter(Boolean).join(' · ')}
						</span>
					</span>
					<span className={classes.actions}>
						<Button size="sm" variant="default" aria-label={t.editOf(template.name)} onClick={() => onEdit(template)}>
							{t.edit}
						</Button>
						<Button
							size="sm"
							variant="default"
							aria-label={t.removeOf(template.name)}
							onClick={() => void remove(template, t.removed(template.name))}
						>
							{t.remove}
						</Button>
					</span>
				</li>
			))}
		</ul>
	);
}

async function remove({ id }: Template, said: string): Promise<void> {
	try {
		await client.letters.removeTemplate({ id });
	} catch (error) {
		showError(error);
		return;
	}
	showUndo(said, async () => {
		await client.letters.restoreTemplate({ id });
		await refreshLetters();
	});
	await refreshLetters();
	// The row with the button that had the focus is gone.
	document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
}
