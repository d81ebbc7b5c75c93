import { Alert, Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatLongDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { refusalCode, refusalData } from '#renderer/rpc/refusal.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { bundleKits } from '#shared/features/lending/kit-lines.ts';
import type { Loan, Obstacle } from '#shared/features/lending/model.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { obstacleTexts, sentenceOf } from '../obstacle-sentences.ts';
import { dialogTexts } from './dialog-texts.ts';

const WEEK = 7;

/** A new due day for what is still out; a kit is extended whole. */
export function ExtendLoan({ loan, onClose }: { loan: Loan; onClose(): void }) {
	const t = useTexts(dialogTexts);
	const sentences = useTexts(obstacleTexts);
	const bundles = bundleKits(loan.lineList.filter(({ outcome }) => outcome === 'out'));
	const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
	const [until, setUntilDay] = useState<LocalDate | null>(() => weekLater(loan.dueOn));
	const [reason, setReason] = useState('');
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const chosen = bundles.filter(({ line }) => !left.has(line.id));
	const extend = useMutation(
		api.lending.extend.mutationOptions({
			onSuccess: async ({ dueOn }, asked) => {
				showNotice(dueOn === asked.dueOn ? t.extended(longDay(dueOn)) : t.moved(longDay(asked.dueOn), longDay(dueOn)));
				await queryClient.invalidateQueries({ queryKey: api.lending.key() });
				onClose();
			},
			// A reason that is asked for only now is not missing yet.
			onError: () => setTried(false),
		}),
	);
	/** What stood against another day or other things is not true of these. */
	const setUntil = (day: LocalDate | null) => {
		extend.reset();
		setUntilDay(day);
	};
	const refused = refusalCode(extend.error) === 'REFUSED' ? refusalData<{ obstacles: readonly Obstacle[] }>(extend.error) : null;
	const obstacles = refused?.obstacles ?? [];
	const asks = obstacles.length > 0 && obstacles.every(({ weight }) => weight !== 'forbids');
	const reasonMissing = asks && reason.trim() === '';
	const save = () => {
		setTried(true);
		if (until === null || reasonMissing) return;
		extend.mutate({
			lineIds: chosen.flatMap(({ line, parts }) => [line.id, ...parts.map(({ id }) => id)]),
			dueOn: until,
			reason: reason.trim() === '' ? null : reason,
		});
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{t.extendTitle}</strong>} returnFocus={false}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					// A day that cannot be read is known to its field alone.
					if (!event.currentTarget.querySelector('[data-unread] [aria-invalid="true"]')) save();
				}}
			>
				<Stack>
					{bundles.length > 1 && (
						<Checkbox.Group
							label={t.extendWhat}
							size="md"
							value={chosen.map(({ line }) => line.id)}
							onChange={(ids) => {
								extend.reset();
								setLeft(new Set(bundles.map(({ line }) => line.id).filter((id) => !ids.includes(id))));
							}}
						>
							<Stack gap="xs" mt="xs">
								{bundles.map(({ line }) => (
									<Checkbox key={line.id} value={line.id} label={`${line.itemNumber} ${line.itemName}`} />
								))}
							</Stack>
						</Checkbox.Group>
					)}
					<Group align="flex-end" data-unread>
						<DateField
							data-autofocus
							label={t.until}
							value={until}
							onChange={setUntil}
							error={tried && until === null ? t.untilMissing : undefined}
						/>
						<Button variant="default" onClick={() => setUntil(addDays(until ?? localDateOf(Date.now()), WEEK))}>
							{t.week}
						</Button>
					</Group>
					{obstacles.length > 0 ? (
						<Alert color="clay" icon={<IconHandStop aria-hidden />} title={t.against} role="alert">
							{obstacles
								.map((obstacle) => (obstacle.code === 'held' ? t.waits(obstacle.detail) : sentenceOf(sentences, obstacle)))
								.map((words) => (
									<div key={words}>{words}</div>
								))}
						</Alert>
					) : (
						<ErrorNotice error={extend.error} />
					)}
					{asks && (
						<TextInput
							ref={focusWhenShown}
							label={t.extendReason}
							description={t.extendReasonHint}
							required
							maxLength={200}
							value={reason}
							error={tried && reasonMissing ? t.extendReasonMissing : undefined}
							onChange={(event) => setReason(event.currentTarget.value)}
						/>
					)}
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" disabled={chosen.length === 0} loading={extend.isPending}>
							{t.extendSave}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}

/** From its due day, or from today where that is past. */
function weekLater(dueOn: LocalDate): LocalDate {
	const today = localDateOf(Date.now());
	return addDays(dueOn < today ? today : dueOn, WEEK);
}

/** One goes on typing where the dialog has grown. */
const focusWhenShown = (field: HTMLInputElement | null) => field?.focus();

const longDay = (day: string) => formatLongDay(Date.parse(`${day}T12:00:00Z`));
