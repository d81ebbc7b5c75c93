import { Alert, Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import { OpeningHours } from '#renderer/features/site/OpeningHours.tsx';
import { useHoursForm } from '#renderer/features/site/useHoursForm.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import type { LendingRules } from '#shared/features/lending/model.ts';
import type { OpeningHours as Hours } from '#shared/features/site/opening-hours.ts';
import { RulesFields } from './RulesFields.tsx';
import classes from './Settings.module.css';
import { draftText, NO_DRAFT, readDraft, type SettingsDraft } from './settings-draft.ts';
import { texts } from './texts.ts';
import { useRulesForm } from './useRulesForm.ts';

export const DRAFT = 'rules:new';

interface Props {
	hours: Hours;
	rules: LendingRules;
	/** Already loaded: what it holds is put back into the form. */
	draft: Draft;
}

/** Starts again, with what is stored, once a draft was thrown away. */
export function SettingsForm({ draft, ...stored }: Props) {
	const [kept, setKept] = useState(() => readDraft(draft.text));
	const [round, setRound] = useState(0);
	const discard = async () => {
		await draft.discard();
		setKept(null);
		setRound((before) => before + 1);
	};
	return <Fields key={round} {...stored} draft={draft} kept={kept} onDiscard={() => void discard()} />;
}

interface FieldsProps extends Props {
	kept: SettingsDraft | null;
	onDiscard(): void;
}

/** Hours and rules are saved together: nothing typed in one is lost by saving the other. */
function Fields({ hours: storedHours, rules: storedRules, draft, kept, onDiscard }: FieldsProps) {
	const t = useTexts(texts);
	const form = useRef<HTMLFormElement>(null);
	const unsaved = useRef(kept ?? NO_DRAFT);
	const [restored, setRestored] = useState(kept !== null);
	const [status, setStatus] = useState<'typing' | 'wrong' | 'saving' | 'saved'>('typing');
	const keep = (changed: Partial<SettingsDraft>) => {
		unsaved.current = { ...unsaved.current, ...changed };
		draft.save(draftText(unsaved.current));
		setStatus('typing');
	};
	const hours = useHoursForm(storedHours, kept?.hours ?? null, (typed) =>
		keep({ hours: typed && { ...typed, week: [...typed.week], closures: [...typed.closures] } }),
	);
	const rules = useRulesForm(storedRules, kept?.rules ?? {}, (typed) => keep({ rules: typed }));
	const isChanged = hours.isChanged || rules.isChanged;

	const trySave = async () => {
		// Leaving a field takes what was typed into it; a date that cannot be read is known to its field alone.
		const focused = document.activeElement;
		flushSync(() => {
			if (focused instanceof HTMLElement) focused.blur();
			hours.markAll();
			rules.markAll();
		});
		if (form.current?.querySelector('[aria-invalid="true"]')) {
			setStatus('wrong');
			return focusFirstWrong(form.current);
		}
		if (focused instanceof HTMLElement) focused.focus();
		setStatus('saving');
		const saved = await Promise.all([hours.save(), rules.save()]);
		const isAll = saved.every(Boolean);
		setStatus(isAll ? 'saved' : 'typing');
		if (isAll) setRestored(false);
	};
	return (
		<form
			ref={form}
			className={classes.form}
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				if (status !== 'saving') void trySave();
			}}
		>
			{restored && (
				<Alert color="petrol" variant="light" icon={<IconHistory aria-hidden />} role="status">
					{t.draftFound}{' '}
					<Button size="compact-sm" variant="default" onClick={onDiscard}>
						{t.draftDiscard}
					</Button>
				</Alert>
			)}
			<OpeningHours form={hours} />
			<RulesFields form={rules} />
			<div className={classes.foot}>
				<Button type="submit" disabled={!isChanged} loading={status === 'saving'}>
					{t.save}
				</Button>
				<span role="status" className={classes.quiet}>
					{status === 'wrong' ? t.invalid : status === 'saved' ? t.saved : isChanged ? t.unsaved : ''}
				</span>
			</div>
		</form>
	);
}
