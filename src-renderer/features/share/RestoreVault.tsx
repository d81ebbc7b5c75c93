import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { stepText } from '#renderer/rpc/step-text.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Vault } from '#shared/features/members/model.ts';
import type { AppliedProgress, RestorePreview, RestoreProgress } from '#shared/features/share/restore-model.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Care.module.css';
import { careTexts } from './care-texts.ts';
import { PreviewTable } from './PreviewTable.tsx';

/** A whole area as of an earlier moment: choose, look, and only then bring it back. */
export function RestoreVault() {
	const t = useTexts(careTexts);
	const queries = useQueryClient();
	const { vaults } = useSession();
	const [isOpen, setIsOpen] = useState(false);
	const [preview, setPreview] = useState<RestorePreview | null>(null);
	const looking = useProgress<RestoreProgress>();
	const applying = useProgress<AppliedProgress>();

	const look = async (moment: { vault: Vault; at: number }) => {
		applying.clearError();
		const { last } = await looking.run((signal) => client.share.previewRestore(moment, { signal }));
		setPreview(last?.preview ?? null);
	};
	const apply = async ({ plan }: RestorePreview) => {
		const { last } = await applying.run((signal) => client.share.applyRestore({ plan }, { signal }));
		if (last?.records == null) return;
		setPreview(null);
		setIsOpen(false);
		await queries.invalidateQueries();
		showUndo(t.applied(last.records), async () => {
			const { left } = await client.share.undoRestore();
			await queries.invalidateQueries();
			showNotice(t.undone(left));
		});
		await queries.invalidateQueries({ queryKey: api.share.key() });
	};
	const isOutdated = refusalCode(applying.error) === 'OUTDATED';
	const running = looking.running ? looking : applying.running ? applying : null;
	return (
		<Section title={t.restoreTitle}>
			<p className={classes.body}>{t.restoreBody}</p>
			<p className={classes.quiet}>
				{t.restoreOnlyOne} {!vaults.includes('counselling') && t.restoreNoCases}
			</p>
			<ErrorNotice error={looking.error ?? (isOutdated ? null : applying.error)} />
			{isOutdated && (
				<p className={classes.state} data-fine={false} role="alert">
					{t.outdated}
				</p>
			)}
			{running ? (
				<ProgressBar
					label={running.progress ? stepText(running.progress.step) : running === looking ? t.previewing : t.applying}
					done={running.progress?.done ?? 0}
					total={running.progress?.total ?? 0}
					onCancel={running.cancel}
				/>
			) : preview ? (
				<>
					<PreviewTable preview={preview} />
					<Group>
						{preview.counts.some(({ changes, returns, goes }) => changes + returns + goes > 0) && (
							<Button onClick={() => void apply(preview)}>{t.apply}</Button>
						)}
						<Button variant="default" onClick={() => setPreview(null)}>
							{t.otherMoment}
						</Button>
					</Group>
				</>
			) : isOpen ? (
				<ChooseMoment onChosen={(moment) => void look(moment)} onClose={() => setIsOpen(false)} />
			) : (
				<div>
					<Button variant="default" onClick={() => setIsOpen(true)}>
						{t.restoreOpen}
					</Button>
				</div>
			)}
		</Section>
	);
}

const HOUR_MS = 60 * 60 * 1000;

interface ChooseMomentProps {
	onChosen: (moment: { vault: Vault; at: number }) => void;
	onClose: () => void;
}

function ChooseMoment({ onChosen, onClose }: ChooseMomentProps) {
	const t = useTexts(careTexts);
	const { areas } = useTexts(roleWords);
	const { vaults } = useSession();
	const [vault, setVault] = useState<Vault>(vaults.includes('counselling') ? 'counselling' : 'office');
	const [lastHour] = useState(() => Math.floor(Date.now() / HOUR_MS - 1) * HOUR_MS);
	const [day, setDay] = useState<LocalDate | null>(() => localDateOf(lastHour));
	const [time, setTime] = useState(() => formatTime(lastHour));
	const [isTried, setIsTried] = useState(false);
	const parsed = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim());
	const at = day && parsed ? instantOf(day, `${(parsed[1] ?? '').padStart(2, '0')}:${parsed[2]}`) : null;
	const isFuture = at !== null && at > Date.now();
	return (
		<form
			style={{ display: 'contents' }}
			onSubmit={(event) => {
				event.preventDefault();
				setIsTried(true);
				if (at !== null && !isFuture) onChosen({ vault, at });
			}}
		>
			<Group align="flex-start">
				<Select
					label={t.area}
					data={vaults.map((value) => ({ value, label: areas[value] }))}
					value={vault}
					allowDeselect={false}
					onChange={(value) => setVault(value as Vault)}
				/>
				<DateField
					label={t.day}
					value={day}
					onChange={setDay}
					notInFuture
					error={isTried && (day === null ? t.dayMissing : isFuture && t.future)}
				/>
				<TextInput
					label={t.time}
					value={time}
					maw="8rem"
					inputMode="numeric"
					autoComplete="off"
					error={isTried && !parsed && t.timeWrong}
					onChange={(event) => setTime(event.currentTarget.value)}
				/>
			</Group>
			<Group>
				<Button type="submit">{t.preview}</Button>
				<Button variant="default" onClick={onClose}>
					{t.cancel}
				</Button>
			</Group>
		</form>
	);
}
