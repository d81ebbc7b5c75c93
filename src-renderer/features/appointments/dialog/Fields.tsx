import { ActionIcon, Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PersonPicker } from '#renderer/features/cases/PersonPicker.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { AppointmentKind, MOST_IN_SERIES, Repeat } from '#shared/features/appointments/model.ts';
import type { CaseRow } from '#shared/features/cases/model.ts';
import type { AppointmentId, CaseId, MemberId, RoomId } from '#shared/kernel/ids.ts';
import { texts } from '../texts.ts';
import classes from './Dialog.module.css';
import { FreeSlots } from './FreeSlots.tsx';
import { type AppointmentForm, minutesIn, movedTo, repeatOf } from './form.ts';
import { TimeField } from './TimeField.tsx';
import { dialogTexts } from './texts.ts';

interface Props {
	form: AppointmentForm;
	onChange(form: AppointmentForm): void;
	/** What the business is called that it is with; null: it is with people alone. */
	businessName: string | null;
	/** Of the business or the first person, those that are not closed. */
	cases: readonly CaseRow[];
	caseId: CaseId | null;
	/** The appointment that is changed; null: it is a new one. */
	before: AppointmentId | null;
	/** Somebody has tried to save: what is missing is said. */
	tried: boolean;
}

/** Who, with whom, where and when, one under the other. */
export function Fields({ form, onChange, businessName, cases, caseId, before, tried }: Props) {
	const t = useTexts(dialogTexts);
	const words = useTexts(texts);
	const set = (changes: Partial<AppointmentForm>) => onChange({ ...form, ...changes });
	const missing = (value: unknown, sentence: string) => (tried && value === null ? sentence : undefined);
	const minutes = minutesIn(form);
	const [startsWithPerson] = useState(form.businessId !== null || form.people[0] !== null);
	const isBackwards = form.from !== null && form.until !== null && minutes === null;
	return (
		<>
			{form.businessId !== null && (
				<TextInput label={t.business} readOnly variant="filled" value={businessName ?? '…'} maw="36rem" />
			)}
			<People form={form} onChange={onChange} tried={tried} />
			{cases.length > 0 && (
				<Select
					{...scrollingOptions}
					label={t.caseFile}
					placeholder={t.caseHint}
					clearable
					data={cases.map(({ id, number, concern }) => ({
						value: id as string,
						label: [concern, number].filter(Boolean).join(' · '),
					}))}
					value={caseId}
					onChange={(id) => set({ caseId: id as CaseId | null })}
					maw="36rem"
				/>
			)}
			<Select
				{...scrollingOptions}
				label={t.kind}
				allowDeselect={false}
				data={AppointmentKind.options.map((kind) => ({ value: kind as string, label: words.kind[kind] }))}
				value={form.kind}
				onChange={(kind) => kind !== null && set({ kind: kind as AppointmentForm['kind'] })}
				maw="18rem"
			/>
			<WhoAndWhere form={form} onChange={onChange} tried={tried} />
			<div className={classes.times} data-unread>
				<DateField
					{...(startsWithPerson && { 'data-autofocus': true })}
					label={t.day}
					required
					emptyWhenUnreadable
					value={form.day}
					onChange={(day) => set({ day })}
					error={missing(form.day, t.dayMissing)}
					maw="10rem"
				/>
				<TimeField
					label={t.from}
					value={form.from}
					onChange={(from) => onChange(movedTo(form, from))}
					error={missing(form.from, t.timeMissing)}
					unreadable={t.timeMissing}
				/>
				<TimeField
					label={t.until}
					value={form.until}
					onChange={(until) => set({ until })}
					error={isBackwards ? t.order : missing(form.until, t.timeMissing)}
					unreadable={t.timeMissing}
				/>
			</div>
			<FreeSlots
				search={
					form.day === null || minutes === null || minutes < 5 || form.counsellorIds.length === 0
						? null
						: { counsellorIds: [...form.counsellorIds], room: form.roomId, minutes, from: form.day }
				}
				except={before}
				onChoose={({ day, from, until }) => set({ day, from, until })}
			/>
			{before === null && (
				<div className={classes.times}>
					<Select
						{...scrollingOptions}
						label={t.repeat}
						allowDeselect={false}
						data={[
							{ value: 'once', label: t.once },
							...Repeat.shape.every.options.map((every) => ({ value: every as string, label: t.every[every] })),
						]}
						value={form.every}
						onChange={(every) => every !== null && set({ every: every as AppointmentForm['every'] })}
						maw="20rem"
						style={{ flex: '1 1 14rem' }}
					/>
					{form.every !== 'once' && (
						<NumberInput
							label={t.times}
							required
							min={2}
							max={MOST_IN_SERIES}
							allowDecimal={false}
							allowNegative={false}
							value={form.times ?? ''}
							onChange={(times) => set({ times: typeof times === 'number' ? times : null })}
							error={repeatOf(form) === undefined ? t.timesWrong : undefined}
							maw="10rem"
						/>
					)}
				</div>
			)}
		</>
	);
}

function People({ form, onChange, tried }: Pick<Props, 'form' | 'onChange' | 'tried'>) {
	const t = useTexts(dialogTexts);
	const { people } = form;
	const [startsEmpty] = useState(people[0] === null);
	const mayBeNobody = form.businessId !== null;
	const set = (next: AppointmentForm['people']) =>
		// Another person has other case files.
		onChange({ ...form, people: next, ...(!mayBeNobody && next[0] !== people[0] && { caseId: undefined }) });
	return (
		<div className={classes.people}>
			{people.map((id, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a picker without anybody has nothing else to be known by
				<div key={at} className={classes.person}>
					<PersonPicker
						value={id}
						autoFocus={startsEmpty && at === 0}
						onChange={(next) => set(people.map((one, index) => (index === at ? next : one)))}
						error={tried && !mayBeNobody && at === 0 && people.every((one) => one === null) ? t.personMissing : undefined}
					/>
					{(people.length > 1 || mayBeNobody) && (
						<ActionIcon
							variant="subtle"
							color="gray"
							size={42}
							aria-label={t.withoutPerson}
							onClick={() => set(people.filter((_, index) => index !== at))}
						>
							<IconX size={18} aria-hidden />
						</ActionIcon>
					)}
				</div>
			))}
			{people.every((id) => id !== null) && people.length < 20 && (
				<Button
					size="compact-md"
					variant="subtle"
					leftSection={<IconUserPlus size={16} aria-hidden />}
					style={{ alignSelf: 'flex-start' }}
					onClick={() => set([...people, null])}
				>
					{mayBeNobody && people.length === 0 ? t.withPerson : t.anotherPerson}
				</Button>
			)}
		</div>
	);
}

function WhoAndWhere({ form, onChange, tried }: Pick<Props, 'form' | 'onChange' | 'tried'>) {
	const t = useTexts(dialogTexts);
	const choices = useQuery(api.appointments.choices.queryOptions());
	const rooms = choices.data?.rooms ?? [];
	// Rooms for talks behind a closed door first.
	const ordered = [
		...rooms.filter(({ forCounselling }) => forCounselling),
		...rooms.filter(({ forCounselling }) => !forCounselling),
	];
	const set = (changes: Partial<AppointmentForm>) => onChange({ ...form, ...changes });
	return (
		<>
			<MultiSelect
				{...scrollingOptions}
				label={t.counsellors}
				required
				data={(choices.data?.counsellors ?? []).map(({ id, name }) => ({ value: id as string, label: name }))}
				value={[...form.counsellorIds]}
				onChange={(ids) => set({ counsellorIds: ids as MemberId[] })}
				maxValues={10}
				error={tried && form.counsellorIds.length === 0 ? t.counsellorMissing : undefined}
				maw="36rem"
			/>
			{ordered.length > 0 && (
				<Select
					{...scrollingOptions}
					label={t.room}
					placeholder={t.noRoom}
					clearable
					data={ordered.map(({ id, name }) => ({ value: id as string, label: name }))}
					value={form.roomId}
					onChange={(id) => set({ roomId: id as RoomId | null })}
					maw="24rem"
				/>
			)}
			{form.roomId === null && (
				<TextInput
					label={t.place}
					description={t.placeHint}
					maxLength={120}
					value={form.place}
					onChange={(event) => set({ place: event.currentTarget.value })}
					maw="36rem"
				/>
			)}
		</>
	);
}
