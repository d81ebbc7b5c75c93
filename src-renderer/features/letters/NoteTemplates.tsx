import { Button, Menu } from '@mantine/core';
import { IconTextPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { Template } from '#shared/features/letters/model.ts';
import { fillTemplate } from '#shared/features/letters/placeholders.ts';
import classes from './Letters.module.css';
import { valuesOf } from './letter-values.ts';
import { texts } from './texts.ts';

/** Offers the office's templates for notes; nothing is shown where there are none. `onInsert` puts one where the cursor is. */
export function NoteTemplates({ onInsert }: { onInsert(text: string): void }) {
	const t = useTexts(texts);
	const session = useSession();
	const { caseFile } = useOpenCase();
	const templates = useQuery(api.letters.templates.queryOptions());
	const usable = templates.data?.filter(({ kind, isRetired }) => kind === 'note' && !isRetired) ?? [];
	const insert = async ({ body }: Template) => {
		try {
			const { values } = await valuesOf(caseFile, session);
			onInsert(fillTemplate(body, values).text);
		} catch (error) {
			showError(error);
		}
	};
	if (usable.length === 0) return null;
	return (
		<Menu position="bottom-start" returnFocus={false}>
			<Menu.Target>
				<Button
					variant="subtle"
					size="compact-md"
					className={classes.insert ?? ''}
					leftSection={<IconTextPlus size={16} aria-hidden />}
				>
					{t.insertNote}
				</Button>
			</Menu.Target>
			<Menu.Dropdown aria-label={t.noteTemplates}>
				{usable.map((template) => (
					<Menu.Item key={template.id} onClick={() => void insert(template)}>
						{template.name}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
