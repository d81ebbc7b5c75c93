import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { moneyText, parseMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import type { Damage, DamageChanges } from '#shared/features/maintenance/model.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Damage.module.css';
import { pageTexts } from './page-texts.ts';
import { refreshDamages } from './refresh-damages.ts';
import { SaveLine } from './SaveLine.tsx';
import { texts } from './texts.ts';
import { type SavedText, useSavedText } from './useSavedText.ts';
import { useSaveOnLeaving } from './useSaveOnLeaving.ts';

/** What it costs, what the borrower is asked to pay of it, and whether they have. */
export function DamageMoney({ damage }: { damage: Damage }) {
	const t = useTexts(pageTexts);
	const { loan: loanWords } = useTexts(texts);
	const { id, borrower, loanId, loanNumber } = damage;
	const cost = useSavedText(moneyText(damage.costCents));
	const charged = useSavedText(moneyText(damage.chargedCents));
	const { state, save, typed } = useSaveOnLeaving(() => {
		const [newCost, newCharge] = [readAmount(cost), readAmount(charged)];
		const changes: DamageChanges = {
			...(newCost && { costCents: newCost.cents }),
			...(newCharge && { chargedCents: newCharge.cents }),
		};
		if (newCost === null && newCharge === null) return null;
		return client.maintenance.update({ id, changes }).then(() => {
			if (newCost) cost.stored(newCost.text);
			if (newCharge) charged.stored(newCharge.text);
			void refreshDamages();
		});
	});
	const pay = useMutation({
		mutationFn: (paidOn: LocalDate | null) => client.maintenance.update({ id, changes: { paidOn } }),
		onSuccess: refreshDamages,
	});
	useSayWhatIsLost([cost, charged], t.amountLost);
	const amount = (field: SavedText) => ({
		value: field.text,
		onChange: (text: string) => {
			field.set(text);
			typed();
		},
		onLeave: () => void save(),
	});
	return (
		<Section title={t.money}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void save();
				}}
			>
				<Stack gap="sm">
					<Amount label={t.cost} {...amount(cost)} />
					{borrower && <Amount label={t.charged(borrower.name)} description={t.chargedHint} {...amount(charged)} />}
					<SaveLine state={state} />
				</Stack>
			</form>
			{borrower && damage.chargedCents !== null && damage.chargedCents > 0 && (
				<Group align="flex-end">
					<DateField
						label={t.paidOn}
						notInFuture
						value={damage.paidOn}
						onChange={(paidOn) => {
							if (paidOn !== damage.paidOn) pay.mutate(paidOn);
						}}
						w="9rem"
					/>
					{damage.paidOn === null && (
						<Button variant="default" onClick={() => pay.mutate(localDateOf(Date.now()))}>
							{t.paidToday}
						</Button>
					)}
				</Group>
			)}
			<ErrorNotice error={pay.error} />
			{loanId !== null && loanNumber !== null && (
				<p className={classes.quiet}>
					<Anchor size="sm" renderRoot={(props) => <Link to="/ausleihe/ausleihen/$id" params={{ id: loanId }} {...props} />}>
						{t.keepDeposit(loanWords(loanNumber))}
					</Anchor>
				</p>
			)}
		</Section>
	);
}

interface AmountProps {
	label: string;
	description?: string;
	value: string;
	onChange(value: string): void;
	onLeave(): void;
}

function Amount({ label, description, value, onChange, onLeave }: AmountProps) {
	const t = useTexts(pageTexts);
	const [left, setLeft] = useState(false);
	return (
		<TextInput
			label={label}
			description={description}
			inputMode="decimal"
			autoComplete="off"
			maxLength={20}
			value={value}
			error={left && parseMoney(value) === undefined ? t.amountWrong : undefined}
			onChange={(event) => {
				setLeft(false);
				onChange(event.currentTarget.value);
			}}
			onKeyDown={(event) => {
				if (event.key === 'Enter') setLeft(true);
			}}
			onBlur={() => {
				setLeft(true);
				onLeave();
			}}
		/>
	);
}

/** A changed amount that can be read; null: there is none to save. */
function readAmount(field: SavedText): { readonly text: string; readonly cents: number | null } | null {
	const unsaved = field.unsaved();
	const cents = unsaved && parseMoney(unsaved.text);
	return unsaved === null || cents === undefined ? null : { text: unsaved.text, cents };
}

/** What is no amount cannot be saved: who leaves the page over it is told. */
function useSayWhatIsLost(fields: readonly SavedText[], words: (typed: string) => string): void {
	const newest = useRef({ fields, words });
	useEffect(() => {
		newest.current = { fields, words };
	});
	useEffect(
		() => () => {
			for (const field of newest.current.fields) {
				const typed = field.unsaved()?.text;
				if (typed !== undefined && parseMoney(typed) === undefined) showNotice(newest.current.words(typed), 'damage-money');
			}
		},
		[],
	);
}
