import { Alert, Anchor, Modal, Radio, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { fillTemplate } from '#shared/features/letters/placeholders.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { valuesOf } from './letter-values.ts';
import { refreshLetters } from './refresh-letters.ts';
import { texts } from './texts.ts';

/** Chooses what a letter begins with; it is a draft in the file from then on. */
export function NewLetter({ caseFile, onClose }: { caseFile: CaseFile; onClose(): void }) {
	const t = useTexts(texts);
	const session = useSession();
	const navigate = useNavigate();
	const templates = useQuery(api.letters.templates.queryOptions());
	const facts = useQuery({
		queryKey: ['letter-values', caseFile.id, caseFile.updatedAt],
		queryFn: () => valuesOf(caseFile, session),
		staleTime: 0,
		gcTime: 0,
	});
	const [templateId, setTemplateId] = useState('');
	const [to, setTo] = useState<'client' | 'other'>('client');
	useReturnFocus();
	const usable = templates.data?.filter(({ kind, isRetired }) => kind === 'letter' && !isRetired) ?? [];
	const create = useMutation({
		mutationFn: async () => {
			const { values, address } = facts.data ?? (await valuesOf(caseFile, session));
			const template = usable.find(({ id }) => id === templateId);
			const { id } = await client.letters.create({
				caseId: caseFile.id,
				address: to === 'client' ? (address ?? '') : '',
				day: localDateOf(Date.now()),
				subject: oneLine(fillTemplate(template?.subject ?? '', values).text),
				body: fillTemplate(template?.body ?? '', values).text,
			});
			return id;
		},
		onSuccess: async (id) => {
			await refreshLetters();
			await navigate({ to: '/fallakten/$id/schreiben/$schreiben', params: { id: caseFile.id, schreiben: id } });
		},
	});
	return (
		<Modal opened onClose={onClose} title={<strong>{t.new}</strong>} size="lg" returnFocus={false}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					create.mutate();
				}}
			>
				<Stack>
					<ErrorNotice error={templates.error ?? facts.error} onRetry={() => void templates.refetch()} />
					<Select
						{...scrollingOptions}
						data-autofocus
						label={t.template}
						allowDeselect={false}
						data={[
							{ value: '', label: t.withoutTemplate },
							...usable.map(({ id, name }) => ({ value: id as string, label: name })),
						]}
						value={templateId}
						onChange={(id) => setTemplateId(id ?? '')}
					/>
					{templates.data && usable.length === 0 && (
						<Alert color="petrol" variant="light">
							{t.noTemplates}{' '}
							<Anchor renderRoot={(props) => <Link to="/fallakten/vorlagen" {...props} />}>{t.toTemplates}</Anchor>
						</Alert>
					)}
					<Radio.Group label={t.recipient} value={to} onChange={(value) => setTo(value as typeof to)}>
						<Stack gap="sm" mt="xs">
							<Radio
								value="client"
								label={t.toClient(facts.data?.clientName ?? '…')}
								description={facts.data?.address === null ? t.toClientUnknown : t.toClientHint}
							/>
							<Radio value="other" label={t.toOther} description={t.toOtherHint} />
						</Stack>
					</Radio.Group>
					<SaveActions
						notice={<ErrorNotice error={create.error} />}
						word={t.begin}
						isSaving={create.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}

/** A value of several lines in a subject. */
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ', ').slice(0, 200);
