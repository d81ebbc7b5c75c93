import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { Item } from '#shared/features/inventory/model.ts';
import type { ItemId, LoanLineId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { completeDraft, type DamageDraft, DamageFormFields } from './DamageFormFields.tsx';
import { ItemField } from './ItemField.tsx';
import { pageTexts } from './page-texts.ts';
import { refreshDamages } from './refresh-damages.ts';
import { texts } from './texts.ts';

/** Loans to choose from: whoever had it last is nearly always meant. */
const RECENT = 8;
const IN_HOUSE = 'in_house';

/** A new case, of this item or (null) of one that is looked for first. */
export function ReportDamage({ item, onClose }: { item: Pick<Item, 'id' | 'name'> | null; onClose(): void }) {
	const t = useTexts(pageTexts);
	const { loan } = useTexts(texts);
	const [chosen, setChosen] = useState<ItemId | null>(item?.id ?? null);
	const [lineId, setLineId] = useState<LoanLineId | null>(null);
	const [tried, setTried] = useState(false);
	const [draft, setDraft] = useState<DamageDraft>(() => ({
		kind: 'broken',
		description: '',
		accessories: [],
		unusable: true,
		foundOn: localDateOf(Date.now()),
	}));
	useReturnFocus();
	const found = useQuery({ ...api.inventory.get.queryOptions({ input: { id: chosen as ItemId } }), enabled: chosen !== null });
	const loans = useQuery({
		...api.lending.ofItem.queryOptions({ input: { id: chosen as ItemId, limit: RECENT } }),
		enabled: chosen !== null,
	});
	const report = useMutation({
		mutationFn: async (complete: NonNullable<ReturnType<typeof completeDraft>>) => {
			const { id } = await client.maintenance.report({ ...complete, itemId: chosen as ItemId, lineId });
			return id;
		},
		onSuccess: async (id) => {
			showUndo(t.reported(found.data?.item.name ?? item?.name ?? ''), async () => {
				await client.maintenance.remove({ id });
				await refreshDamages();
			});
			await refreshDamages();
			onClose();
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const complete = completeDraft(draft);
		// A day that cannot be read is known to its field alone.
		if (complete && chosen !== null && !event.currentTarget.querySelector('[aria-invalid="true"]')) report.mutate(complete);
	};
	return (
		<Modal
			opened
			onClose={onClose}
			size="lg"
			title={<strong>{item ? t.reportTitle(item.name) : t.reportTitleAny}</strong>}
			returnFocus={false}
		>
			<form noValidate onSubmit={submit}>
				<Stack>
					{item === null && (
						<ItemField
							value={chosen}
							error={tried && chosen === null ? t.itemMissing : undefined}
							onChange={(id) => {
								setChosen(id);
								setLineId(null);
								setDraft((now) => ({ ...now, accessories: [] }));
							}}
						/>
					)}
					<DamageFormFields
						draft={draft}
						onChange={(changes) => setDraft((now) => ({ ...now, ...changes }))}
						checklist={found.data?.item.accessories ?? []}
						tried={tried}
					/>
					{(loans.data?.length ?? 0) > 0 && (
						<Select
							label={t.who}
							allowDeselect={false}
							data={[
								{ value: IN_HOUSE, label: t.whoInHouse },
								...(loans.data ?? []).map((line) => ({
									value: line.lineId as string,
									label:
										line.returnedAt === null
											? t.whoOptionOut(line.borrower.name, loan(line.loanNumber))
											: t.whoOption(line.borrower.name, formatDay(line.returnedAt), loan(line.loanNumber)),
								})),
							]}
							value={lineId ?? IN_HOUSE}
							onChange={(value) => setLineId(value === null || value === IN_HOUSE ? null : (value as LoanLineId))}
						/>
					)}
					<ErrorNotice error={report.error} />
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" loading={report.isPending}>
							{t.reportTitleAny}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
