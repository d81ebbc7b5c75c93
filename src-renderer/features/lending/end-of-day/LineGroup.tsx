import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { formatPhone } from '#renderer/i18n/phone.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { KitLine } from '#shared/features/lending/kit-lines.ts';
import type { OpenLine } from '#shared/features/lending/model.ts';
import { BorrowerLink } from '../BorrowerLink.tsx';
import { DueMark } from '../DueMark.tsx';
import { lineTexts } from '../line-texts.ts';
import { TakeBack } from '../loans/TakeBack.tsx';
import { takeBack, wholly } from '../take-back.ts';
import classes from './LineGroup.module.css';
import { texts } from './texts.ts';

interface LineGroupProps {
	title: string;
	description: string;
	bundles: readonly KitLine<OpenLine>[];
	borrowers: ReadonlyMap<string, BorrowerRow>;
}

/** Lines of one urgency; "Ist zurück" leads on to the next one, so that Enter after Enter clears the list. */
export function LineGroup({ title, description, bundles, borrowers }: LineGroupProps) {
	const list = useRef<HTMLUListElement>(null);
	const [leaving, setLeaving] = useState<{ readonly id: string; readonly at: number } | null>(null);
	useEffect(() => {
		// The list is read again some time after the line is back.
		if (leaving === null || bundles.some(({ line }) => line.id === leaving.id)) return;
		const buttons = list.current?.querySelectorAll<HTMLElement>('button[data-back]');
		buttons?.[Math.min(leaving.at, buttons.length - 1)]?.focus();
		setLeaving(null);
	}, [leaving, bundles]);
	return (
		<Section title={title} description={description}>
			<ul ref={list} className={classes.lines}>
				{bundles.map((bundle, index) => (
					<Row
						key={bundle.line.id}
						bundle={bundle}
						phone={borrowers.get(bundle.line.borrower.id)?.phone ?? null}
						onBack={() => setLeaving({ id: bundle.line.id, at: index })}
					/>
				))}
			</ul>
		</Section>
	);
}

interface RowProps {
	bundle: KitLine<OpenLine>;
	phone: string | null;
	onBack(): void;
}

function Row({ bundle: { line, parts }, phone, onBack }: RowProps) {
	const t = useTexts(texts);
	const words = useTexts(lineTexts);
	const [busy, setBusy] = useState(false);
	const [checking, setChecking] = useState(false);
	const lines = [line, ...parts];
	const label = lines.length > 1 || line.accessoriesOut.length > 0 ? t.allBack : t.back;
	const back = async () => {
		setBusy(true);
		try {
			await takeBack(lines.map(wholly), line.itemName);
			onBack();
		} catch (error) {
			showError(error);
			setBusy(false);
		}
	};
	return (
		<li className={classes.line}>
			<div className={classes.words}>
				<span>
					<span className={classes.number}>{line.itemNumber}</span>{' '}
					<Link to="/ausleihe/ausleihen/$id" params={{ id: line.loanId }} className={classes.item ?? ''}>
						{line.itemName}
					</Link>
				</span>
				{parts.length > 0 && (
					<span className={classes.detail}>{words.kitParts(parts.map(({ itemName }) => itemName).join(', '))}</span>
				)}
				{line.accessoriesOut.length > 0 && (
					<span className={classes.detail}>{words.accessories(line.accessoriesOut.join(', '))}</span>
				)}
			</div>
			<div className={classes.words}>
				<BorrowerLink id={line.borrower.id} name={line.borrower.name} />
				<span className={classes.phone}>
					{phone === null ? (
						t.noPhone
					) : (
						<>
							<IconPhone size="1rem" aria-hidden />
							{formatPhone(phone)}
						</>
					)}
				</span>
			</div>
			<DueMark dueOn={line.dueOn} isOverdue={line.isOverdue} />
			<div className={classes.actions}>
				<Button
					data-back
					size="compact-md"
					variant="default"
					loading={busy}
					aria-label={t.backOf(label, line.itemName, line.borrower.name)}
					onClick={() => void back()}
				>
					{label}
				</Button>
				{label === t.allBack && (
					<Button
						size="compact-md"
						variant="subtle"
						aria-label={t.notAllOf(line.itemName, line.borrower.name)}
						onClick={() => setChecking(true)}
					>
						{t.notAll}
					</Button>
				)}
			</div>
			{checking && <TakeBack lines={lines} onClose={() => setChecking(false)} onBack={onBack} />}
		</li>
	);
}
