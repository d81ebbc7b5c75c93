import { Button, Drawer, Skeleton, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatInstant, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { type HistoryEntry, type HistoryTable, RESTORABLE } from '#shared/features/records/contract.ts';
import type { RecordId } from '#shared/kernel/ids.ts';
import { formatLocalDate, LocalDate } from '#shared/kernel/local-date.ts';
import classes from './HistoryDrawer.module.css';
import { texts } from './texts.ts';

export interface HistoryDrawerProps {
	table: (typeof HistoryTable)['_output'];
	id: string;
	opened: boolean;
	onClose: () => void;
	/** Words for the fields; a field that is not named here is not shown. */
	fieldNames: Readonly<Record<string, string>>;
	/** Words for coded values; undefined leaves the value as it is. */
	formatValue?: (field: string, value: unknown) => string | undefined;
}

/** Who changed what when, newest first. */
export function HistoryDrawer({ table, id, opened, onClose, fieldNames, formatValue }: HistoryDrawerProps) {
	const t = useTexts(texts);
	const history = useQuery({
		...api.records.history.queryOptions({ input: { table, id: id as RecordId } }),
		enabled: opened,
	});
	const queries = useQueryClient();
	const restore = useMutation(
		api.records.restoreTo.mutationOptions({
			onSuccess: async ({ left }) => {
				await queries.invalidateQueries();
				const fields = left.flatMap((field) => fieldNames[field] ?? []);
				showNotice(fields.length === 0 ? t.restored : t.restoredMostly(fields.join(', ')));
			},
		}),
	);
	const entries = history.data?.map((entry) => ({ ...entry, fields: entry.fields.filter(({ field }) => fieldNames[field]) }));
	const shown = entries?.filter((entry) => entry.fields.length > 0).toReversed();
	return (
		<Drawer opened={opened} onClose={onClose} title={t.title} closeButtonProps={{ 'aria-label': t.close }}>
			<p className={classes.intro}>{t.intro}</p>
			<ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
			{refusalCode(restore.error) === 'NOT_ANY_MORE' ? (
				<p className={classes.refused} role="alert">
					{t.notAnyMore}
				</p>
			) : (
				<ErrorNotice error={restore.error} />
			)}
			{history.isPending && <Skeleton height={120} />}
			{shown?.length === 0 && <p className={classes.intro}>{t.empty}</p>}
			<ol className={classes.entries}>
				{shown?.map((entry) => (
					<li key={`${entry.at}-${entry.fields.map(({ field }) => field).join()}`} className={classes.entry}>
						<p className={classes.who}>
							<time dateTime={new Date(entry.at).toISOString()} title={formatInstant(entry.at)}>
								{formatRelative(entry.at)}
							</time>
							<span>{t.by(entry.member, entry.device)}</span>
						</p>
						<dl className={classes.fields}>
							{entry.fields.map((change) => (
								<FieldChange key={change.field} change={change} name={fieldNames[change.field] ?? ''} formatValue={formatValue} />
							))}
						</dl>
						{entry.version !== history.data?.at(-1)?.version && RESTORABLE.includes(table) && (
							<Button
								className={classes.restore ?? ''}
								size="compact-sm"
								variant="subtle"
								aria-label={t.restoreOf(formatInstant(entry.at))}
								loading={restore.isPending && restore.variables.version === entry.version}
								onClick={() => restore.mutate({ table, id: id as RecordId, version: entry.version })}
							>
								{t.restore}
							</Button>
						)}
					</li>
				))}
			</ol>
		</Drawer>
	);
}

interface FieldChangeProps {
	change: HistoryEntry['fields'][number];
	name: string;
	formatValue: HistoryDrawerProps['formatValue'];
}

function FieldChange({ change, name, formatValue }: FieldChangeProps) {
	const t = useTexts(texts);
	const words = (value: unknown): string => {
		if (isEmpty(value)) return t.none;
		const formatted = formatValue?.(change.field, value);
		if (formatted !== undefined) return formatted;
		if (typeof value === 'boolean') return value ? t.yes : t.no;
		if (typeof value === 'string') return LocalDate.safeParse(value).success ? formatLocalDate(value) : value;
		return Array.isArray(value) ? value.map((one) => plain(one)).join(', ') : plain(value);
	};
	return (
		<div className={classes.field}>
			<dt>{name}</dt>
			<dd>
				{!isEmpty(change.before) && (
					<>
						<VisuallyHidden>{t.before}: </VisuallyHidden>
						<del>{words(change.before)}</del>
						<span aria-hidden> → </span>
					</>
				)}
				<VisuallyHidden>{t.after}: </VisuallyHidden>
				<ins>{words(change.after)}</ins>
			</dd>
		</div>
	);
}

function isEmpty(value: unknown): boolean {
	return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function plain(value: unknown): string {
	return typeof value === 'object' && value !== null ? Object.values(value).filter(Boolean).join(' ') : String(value);
}
