import { Autocomplete, Button, Progress, TextInput } from '@mantine/core';
import { IconBarcode, IconMapPin } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { formatNumber, formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { CODES, useScanner } from '#renderer/ui/scanner/useScanner.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { repairOnSlip } from '#shared/features/repairs/model.ts';
import type { Standing } from '#shared/features/stocktake/contract.ts';
import { CountAnswerBox } from './CountAnswerBox.tsx';
import classes from './Stocktake.module.css';
import { texts } from './texts.ts';
import { useCount } from './useCount.ts';

const SHOWN = 10;

/** Shelf, thing, thing, thing: heard wherever the focus is, and typed into the one big field. */
export function CountTab({ standing }: { standing: Standing }) {
	const t = useTexts(texts);
	const { id, location } = standing.stocktake;
	const count = useCount(id, location, t.say.partsCounted);
	const [text, setText] = useState('');
	const field = useRef<HTMLInputElement>(null);
	const words = useQuery(api.inventory.words.queryOptions());
	const last = useQuery({
		...api.stocktake.lastScans.queryOptions({ input: { id, limit: SHOWN } }),
		placeholderData: keepPreviousData,
	});
	useEffect(() => field.current?.focus(), []);
	useScanner(true, true, (code) => {
		if (repairOnSlip(code) !== null) return false;
		count.scan(code);
		// What was open goes away, and the next number can be typed.
		field.current?.focus();
		return true;
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		// Read from the field: Enter may come before its last letter has been rendered.
		const written = (field.current?.value ?? text).trim();
		if (written === '') return;
		setText('');
		count.scan(written);
		field.current?.focus();
	};
	const progress = t.progress(formatNumber(standing.counted), formatNumber(standing.expected));
	return (
		<div className={classes.counting}>
			<div className={classes.main}>
				<form onSubmit={submit} noValidate className={classes.scanForm}>
					<TextInput
						ref={field}
						data-scans={CODES}
						label={t.field}
						size="xl"
						leftSection={<IconBarcode size={28} stroke={1.5} aria-hidden />}
						leftSectionWidth={56}
						autoComplete="off"
						spellCheck={false}
						autoCapitalize="off"
						value={text}
						onChange={(event) => setText(event.currentTarget.value)}
						className={classes.scanInput ?? ''}
					/>
					<Button type="submit" size="xl" variant="default" disabled={text.trim() === ''}>
						{t.take}
					</Button>
				</form>
				<CountAnswerBox id={id} count={count} onDone={() => field.current?.focus()} />
				<div className={classes.progress}>
					<div className={classes.progressWords}>
						<strong>{progress}</strong>
						{standing.onLoan > 0 && <span className={classes.quiet}>{t.onLoan(standing.onLoan)}</span>}
					</div>
					<Progress.Root size="lg">
						<Progress.Section
							value={standing.expected === 0 ? 100 : (standing.counted / standing.expected) * 100}
							aria-label={progress}
						/>
					</Progress.Root>
				</div>
			</div>
			<div className={classes.side}>
				<Autocomplete
					{...scrollingOptions}
					label={t.shelf}
					description={t.shelfHint}
					size="lg"
					leftSection={<IconMapPin size={22} aria-hidden />}
					data={words.data?.locations ?? []}
					maxLength={80}
					value={count.shelf}
					onChange={count.setShelf}
					onOptionSubmit={() => field.current?.focus()}
					onKeyDown={(event) => {
						if (event.key === 'Enter') field.current?.focus();
					}}
				/>
				<Section title={t.last}>
					{last.data?.length === 0 && <p className={classes.quiet}>{t.nothingYet}</p>}
					<ul className={classes.last}>
						{last.data?.map((scan) => (
							<li key={scan.id}>
								<span>
									<span className={classes.number}>{scan.number}</span>
									{scan.name ?? t.say.unknown}
								</span>
								<span className={classes.quiet}>
									{[scan.shelf, t.byWhom(formatTime(scan.at), scan.memberName)].filter(Boolean).join(' · ')}
								</span>
							</li>
						))}
					</ul>
				</Section>
			</div>
		</div>
	);
}
