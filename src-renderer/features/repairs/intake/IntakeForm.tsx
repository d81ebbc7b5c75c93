import { Button, Checkbox, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { FINDS, useScanner } from '#renderer/ui/scanner/useScanner.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showError, showNotice } from '#renderer/ui/undo-toast.tsx';
import { borrowerName, cardNumberOn } from '#shared/features/borrowers/model.ts';
import { type Repair, RepairCategory, RepairPower } from '#shared/features/repairs/model.ts';
import type { BorrowerId, RepairId, WaiverTextId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { ALL_CATEGORIES, categoryName } from '../category-name.ts';
import { refreshRepairs } from '../refresh-repairs.ts';
import { texts } from '../texts.ts';
import classes from './Intake.module.css';
import { ItemField } from './ItemField.tsx';
import { completeIntake, EMPTY, type IntakeDraft, withCategory, withItem, withPower } from './intake-draft.ts';
import { intakeTexts } from './texts.ts';
import { VisitorField } from './VisitorField.tsx';
import { WaiverLine } from './WaiverLine.tsx';

interface Props {
	draft: Draft;
	waiver: { readonly id: WaiverTextId; readonly text: string };
	/** The visit before, when this is another one. */
	before: Repair | null;
	onEntered(entered: { id: RepairId; number: string }): void;
}

/** Everything the desk asks, on one page, in the order in which it is told. */
export function IntakeForm({ draft: stored, waiver, before, onEntered }: Props) {
	const t = useTexts(intakeTexts);
	const words = useTexts(texts);
	const form = useRef<HTMLFormElement>(null);
	const [draft, setDraft] = useState<IntakeDraft>(() => (before === null ? readDraft(stored.text) : fromVisit(before)));
	const [day, setDay] = useState<LocalDate | null>(null);
	const [isLater, setLater] = useState(false);
	const [tried, setTried] = useState(false);
	const change = (next: IntakeDraft) => {
		setDraft(next);
		if (before === null) stored.save(JSON.stringify(next));
	};

	useScanner(true, false, (code) => {
		if (cardNumberOn(code) === null) return false;
		client.lending
			.scan({ text: code, borrowerId: null, onDesk: [], inHouse: true, issuedOn: null })
			.then((answer) => {
				if (answer.kind !== 'borrower') return showNotice(t.noCard, 'repair-card');
				const { id, number } = answer.borrower;
				setDraft((now) => ({ ...now, visitor: '', borrower: { id, number, name: borrowerName(answer.borrower) } }));
			})
			.catch(showError);
		return true;
	});

	const enter = useMutation({
		mutationFn: (complete: NonNullable<ReturnType<typeof completeIntake>>) =>
			client.repairs.enter({
				...complete,
				brand: draft.brand.trim() === '' ? null : draft.brand,
				yearOfManufacture: before?.yearOfManufacture ?? null,
				visitorName: draft.visitor.trim() === '' ? null : draft.visitor,
				borrowerId: (draft.borrower?.id ?? null) as BorrowerId | null,
				isSelfHelp: draft.isSelfHelp,
				waiverId: draft.hasAgreed ? waiver.id : null,
				followUpOf: before?.id ?? null,
				day: isLater ? day : null,
			}),
		onSuccess: async (entered) => {
			if (before === null) await stored.discard();
			await refreshRepairs();
			onEntered(entered);
		},
	});
	const submit = (event?: FormEvent) => {
		event?.preventDefault();
		setTried(true);
		const complete = completeIntake(draft);
		if (complete && !(isLater && day === null)) enter.mutate(complete);
		else focusFirstWrong(form.current);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			submit();
		}
	};

	return (
		<form ref={form} noValidate onSubmit={submit} onKeyDown={onKeyDown} autoComplete="off" className={classes.form}>
			<Stack>
				<div className={classes.pair}>
					<ItemField
						value={draft.item}
						error={tried && draft.item.trim() === '' ? t.itemMissing : undefined}
						onChange={(item, known) => change(withItem(draft, item, known))}
					/>
					<Select
						{...scrollingOptions}
						label={t.category}
						placeholder={t.categoryNone}
						searchable
						clearable
						openOnFocus={false}
						data={ALL_CATEGORIES.map((category) => ({ value: JSON.stringify(category), label: categoryName(category) }))}
						value={draft.category === null ? null : JSON.stringify(draft.category)}
						onChange={(value) => change(withCategory(draft, value === null ? null : RepairCategory.parse(JSON.parse(value))))}
					/>
				</div>
				<Radio.Group
					label={t.power}
					required
					value={draft.power}
					error={tried && draft.power === null ? t.powerMissing : undefined}
					onChange={(value) => change(withPower(draft, value as RepairPower))}
				>
					<Group mt="xs">
						{RepairPower.options.map((power) => (
							<Radio key={power} value={power} label={words.power[power]} />
						))}
					</Group>
				</Radio.Group>
				<Textarea
					data-scans={FINDS}
					label={t.problem}
					description={t.problemHint}
					required
					autosize
					minRows={2}
					maxRows={6}
					maxLength={2000}
					value={draft.problem}
					error={tried && draft.problem.trim() === '' ? t.problemMissing : undefined}
					onChange={(event) => change({ ...draft, problem: event.currentTarget.value })}
				/>
				<div className={classes.pair}>
					<VisitorField
						visitor={draft.visitor}
						borrower={draft.borrower}
						onChange={(changes) => change({ ...draft, ...changes })}
					/>
					<TextInput
						data-scans={FINDS}
						label={t.brand}
						maxLength={80}
						value={draft.brand}
						onChange={(event) => change({ ...draft, brand: event.currentTarget.value })}
					/>
				</div>
				<Checkbox
					label={t.selfHelp}
					checked={draft.isSelfHelp}
					onChange={(event) => change({ ...draft, isSelfHelp: event.currentTarget.checked })}
				/>
				<WaiverLine text={waiver.text} checked={draft.hasAgreed} onChange={(hasAgreed) => change({ ...draft, hasAgreed })} />
				{isLater && <DateField label={t.day} notInFuture required value={day} onChange={setDay} maw="12rem" />}
				<ErrorNotice error={enter.error} />
				<Group justify="space-between">
					<Button
						variant="subtle"
						onClick={() => {
							setLater(!isLater);
							setDay(localDateOf(Date.now()));
						}}
						aria-pressed={isLater}
					>
						{t.later}
					</Button>
					<Group>
						<Button
							variant="default"
							onClick={() => {
								change(EMPTY);
								setTried(false);
							}}
						>
							{t.clear}
						</Button>
						<Button type="submit" size="md" loading={enter.isPending}>
							{t.enter}
						</Button>
					</Group>
				</Group>
			</Stack>
		</form>
	);
}

function readDraft(text: string | null): IntakeDraft {
	try {
		return text === null || text === '' ? EMPTY : { ...EMPTY, ...JSON.parse(text) };
	} catch {
		return EMPTY;
	}
}

function fromVisit({ item, category, power, brand, visitor, borrowerId }: Repair): IntakeDraft {
	return {
		...EMPTY,
		...{ item, category, power, isCategoryChosen: category !== null, isPowerChosen: true, brand: brand ?? '' },
		visitor: borrowerId === null ? (visitor ?? '') : '',
		borrower: borrowerId === null ? null : { id: borrowerId, number: '', name: visitor ?? '' },
	};
}
