import { Alert, Anchor, Badge, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { formatInstant, formatRelative } from '#renderer/i18n/format.ts';
import type { Language } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { FieldDecision as Decision, RecordDecisions } from '#shared/features/decisions/model.ts';
import classes from './Decisions.module.css';
import { OtherValue } from './OtherValue.tsx';
import type { RecordWords } from './record-words.ts';
import { goOn, placeOf, refreshDecisions } from './refresh-decisions.ts';
import { texts } from './texts.ts';
import { valueWords } from './value-words.ts';

interface Props {
	record: RecordDecisions;
	decision: Decision;
	words: RecordWords | undefined;
	names: Readonly<Record<string, string>>;
	language: Language;
	caseId: string | null;
}

/** The values side by side with who wrote them when, one click or key to keep either, or a third. */
export function FieldDecision({ record, decision, words, names, language, caseId }: Props) {
	const t = useTexts(texts);
	const [isTyping, setTyping] = useState(false);
	const place = useRef<HTMLFieldSetElement>(null);
	const { field, name, sides, input, frozen } = decision;
	const label = words?.fields[field] ?? t.unnamed;
	const say = (value: unknown) => valueWords(value, { table: record.table, field, words, names, language });
	const decide = useMutation({
		mutationFn: (value: unknown) => client.decisions.decide({ table: record.table, id: record.id, field, name, value }),
		onMutate: () => placeOf(place.current),
		onSuccess: async (undo, _value, here) => {
			setTyping(false);
			showUndo(t.decided(label, say(undo.decided)), async () => {
				await client.decisions.undo({ table: record.table, id: record.id, field, ...undo });
				await refreshDecisions();
			});
			await goOn(here);
		},
		onError: (error) => {
			if (refusalCode(error) === 'OUTDATED') void refreshDecisions();
		},
	});
	const isStopped = (at: number) => decide.isPending || frozen === 'closed' || (frozen === 'completed' && at > 0);

	function onKey(event: KeyboardEvent<HTMLFieldSetElement>): void {
		if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return;
		const at = Number(event.key) - 1;
		const side = sides[at];
		if (side && !isStopped(at)) {
			event.preventDefault();
			decide.mutate(side.value);
		}
		if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
		const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[data-take]:not(:disabled)')];
		const next = buttons.indexOf(document.activeElement as HTMLButtonElement) + (event.key === 'ArrowLeft' ? -1 : 1);
		buttons[(next + buttons.length) % buttons.length]?.focus();
		event.preventDefault();
	}

	return (
		<fieldset ref={place} className={classes.field} data-decision onKeyDown={onKey}>
			<legend className={classes.label}>{label}</legend>
			{frozen !== null && (
				<Alert color="clay" className={classes.frozen ?? ''}>
					{frozen === 'closed' ? t.closed : t.completed}{' '}
					{caseId && (
						<Anchor renderRoot={(props) => <Link to="/fallakten/$id" params={{ id: caseId }} {...props} />}>{t.toCase}</Anchor>
					)}
				</Alert>
			)}
			<ul className={classes.sides}>
				{sides.map((side, at) => (
					<li key={JSON.stringify(side.value)} className={classes.side} data-stands={at === 0 || undefined}>
						<div className={classes.facts}>
							<div className={classes.valueLine}>
								<span className={classes.value} data-empty={say(side.value) === t.nothing || undefined}>
									{say(side.value)}
								</span>
								{at === 0 && (
									<Badge variant="light" color="petrol" className={classes.stands ?? ''}>
										{t.stands}
									</Badge>
								)}
							</div>
							{side.writers.map(({ memberName, deviceName, at: instant }) => (
								<p key={`${deviceName} ${instant}`} className={classes.writer}>
									<span>{t.wrote(memberName, deviceName)}</span>
									<time dateTime={new Date(instant).toISOString()} title={formatRelative(instant)}>
										{formatInstant(instant)}
									</time>
								</p>
							))}
						</div>
						<Button
							data-take
							variant="default"
							disabled={isStopped(at)}
							aria-label={t.takeOf(label, say(side.value), at + 1)}
							rightSection={<kbd className={classes.key}>{at + 1}</kbd>}
							onClick={() => decide.mutate(side.value)}
						>
							{t.take}
						</Button>
					</li>
				))}
			</ul>
			{frozen === null &&
				(input === null ? (
					<p className={classes.quiet}>{t.otherOnPage}</p>
				) : isTyping ? (
					<OtherValue
						{...{ input, label, isPending: decide.isPending }}
						codes={words?.codes[field] ?? {}}
						start={sides[0]?.value}
						onSave={(value) => decide.mutate(value)}
						onCancel={() => setTyping(false)}
					/>
				) : (
					<div className={classes.more}>
						<Button variant="subtle" size="compact-md" aria-label={t.otherOf(label)} onClick={() => setTyping(true)}>
							{t.other}
						</Button>
					</div>
				))}
			{refusalCode(decide.error) === 'OUTDATED' ? (
				<Alert color="clay" role="alert">
					{t.outdated}
				</Alert>
			) : (
				<ErrorNotice error={decide.error} />
			)}
		</fieldset>
	);
}
