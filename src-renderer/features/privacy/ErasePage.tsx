import { Anchor, Skeleton } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import type { ErasurePreview } from '#shared/features/privacy/model.ts';
import type { BorrowerId, PersonId } from '#shared/kernel/ids.ts';
import { type Confirmed, EraseForm } from './EraseForm.tsx';
import { ErasureFacts } from './ErasureFacts.tsx';
import { texts } from './texts.ts';

/** Exactly what goes, and the last question. */
export function ErasePersonPage() {
	const { id } = useParams({ strict: false });
	const personId = id as PersonId;
	const navigate = useNavigate();
	const preview = useQuery({ ...api.privacy.preview.queryOptions({ input: { personId } }), staleTime: 0 });
	return (
		<ErasePage
			of="person"
			preview={preview}
			back="/datenschutz/loeschen"
			onErase={(confirmed) => client.privacy.erase({ personId, ...confirmed })}
			onDone={() => navigate({ to: '/datenschutz/loeschen', replace: true })}
		/>
	);
}

export function EraseBorrowerPage() {
	const { id } = useParams({ strict: false });
	const borrowerId = id as BorrowerId;
	const navigate = useNavigate();
	const preview = useQuery({ ...api.privacy.previewBorrower.queryOptions({ input: { borrowerId } }), staleTime: 0 });
	return (
		<ErasePage
			of="borrower"
			preview={preview}
			back="/datenschutz/entleihende"
			onErase={(confirmed) => client.privacy.eraseBorrower({ borrowerId, ...confirmed })}
			onDone={() => navigate({ to: '/datenschutz/entleihende', replace: true })}
		/>
	);
}

interface Props {
	of: 'person' | 'borrower';
	preview: UseQueryResult<ErasurePreview>;
	back: '/datenschutz/loeschen' | '/datenschutz/entleihende';
	onErase(confirmed: Confirmed): Promise<unknown>;
	onDone(): Promise<void>;
}

function ErasePage({ of, preview, back, onErase, onDone }: Props) {
	const t = useTexts(texts);
	const { data } = preview;
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to={back} {...props} />}>{t.back}</Anchor>}
				title={data ? t.eraseTitle(data.name) : t.title}
				subtitle={data?.number}
			/>
			{data ? (
				<>
					<ErasureFacts of={of} preview={data} />
					{data.keeps.length === 0 && (
						<EraseForm
							preview={data}
							onErase={onErase}
							onRefused={() => void preview.refetch()}
							onDone={async () => {
								await onDone();
								// What showed them is not asked again: it is not there any more.
								queryClient.removeQueries({ type: 'inactive' });
								await queryClient.invalidateQueries();
								showNotice(t.done);
							}}
						/>
					)}
				</>
			) : preview.error ? (
				<ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}
