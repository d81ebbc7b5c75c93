import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { CaseDocument, DocumentKind } from '#shared/features/documents/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { EditDocument } from './EditDocument.tsx';
import { PreviewDialog } from './preview/PreviewDialog.tsx';
import { texts } from './texts.ts';

export interface Opened {
	readonly what: 'view' | 'edit' | 'copy' | 'history';
	readonly id: DocumentId;
}

interface Props {
	opened: Opened | null;
	documents: readonly CaseDocument[];
	frozen: boolean;
	onOpen(opened: Opened | null): void;
}

/** What can be opened about a document, one at a time. */
export function DocumentDialogs({ opened, documents, frozen, onOpen }: Props) {
	const t = useTexts(texts);
	const document = documents.find(({ id }) => id === opened?.id);
	if (!opened || !document) return null;
	const close = () => onOpen(null);
	switch (opened.what) {
		case 'view':
			return (
				<PreviewDialog
					key={document.id}
					document={document}
					onClose={close}
					{...(!frozen && { onEdit: () => onOpen({ what: 'edit', id: document.id }) })}
					onCopy={() => onOpen({ what: 'copy', id: document.id })}
				/>
			);
		case 'edit':
			return <EditDocument document={document} onClose={close} />;
		case 'copy':
			return <CopyDialog document={document} onClose={close} />;
		case 'history':
			return (
				<HistoryDrawer
					table="document"
					id={document.id}
					opened
					onClose={close}
					fieldNames={{ ...t.field, fileName: t.fileName }}
					formatValue={(field, value) => (field === 'kind' ? t.kind[value as DocumentKind] : undefined)}
				/>
			);
	}
}
