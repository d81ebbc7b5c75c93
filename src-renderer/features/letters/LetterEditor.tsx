import { Alert, Button, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconBold, IconCheck, IconHome, IconPrinter } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { emphasise } from '#renderer/ui/insert-text.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { ADDRESS_LINES, addressLines, type Letter } from '#shared/features/letters/model.ts';
import { gapsIn } from '#shared/features/letters/placeholders.ts';
import { FinishLetter } from './FinishLetter.tsx';
import { LetterMenu } from './LetterMenu.tsx';
import { LetterPaper } from './LetterPaper.tsx';
import classes from './Letters.module.css';
import { valuesOf } from './letter-values.ts';
import { texts } from './texts.ts';
import { useLetterDraft } from './useLetterDraft.ts';

interface Props {
	letter: Letter;
	caseFile: CaseFile;
	/** It is finished, or cannot be written here any more. `prints`: it is to be printed now. */
	onLeave(prints: boolean): void;
}

/** Writes a letter; the paper beside it follows. Everything is saved in the file while one types. */
export function LetterEditor({ letter, caseFile, onLeave }: Props) {
	const t = useTexts(texts);
	const session = useSession();
	const draft = useLetterDraft(letter);
	const [isFinishing, setFinishing] = useState(false);
	const { fields, set, body } = draft;
	const gaps = gapsIn(fields.subject, fields.body);
	const lines = addressLines(fields.address);
	const isOver = letter.final !== null || caseFile.status === 'closed';
	const insertAddress = async () => {
		try {
			const { address } = await valuesOf(caseFile, session);
			if (address === null) setUnknown(true);
			else set({ address });
		} catch (error) {
			showError(error);
		}
	};
	const [isUnknown, setUnknown] = useState(false);
	const toGap = (gap: string) => {
		const at = fields.body.indexOf(gap);
		const field = at === -1 ? document.querySelector<HTMLInputElement>('[data-letter-subject]') : body.current;
		field?.focus();
		const start = at === -1 ? fields.subject.indexOf(gap) : at;
		field?.setSelectionRange(start, start + gap.length);
	};
	const strong = () => body.current && emphasise(body.current, (text) => set({ body: text }));
	return (
		<div className={classes.editor}>
			<div className={classes.fields}>
				<Textarea
					label={t.address}
					description={t.addressHint}
					autosize
					minRows={4}
					maxRows={8}
					maxLength={600}
					value={fields.address}
					error={lines.length > ADDRESS_LINES ? t.addressLong : isUnknown && lines.length === 0 && t.toClientUnknown}
					onChange={(event) => set({ address: event.currentTarget.value })}
				/>
				<Button
					variant="subtle"
					size="compact-md"
					className={classes.insert ?? ''}
					leftSection={<IconHome size={16} aria-hidden />}
					onClick={() => void insertAddress()}
				>
					{t.addressOfClient}
				</Button>
				<div className={classes.pair}>
					<TextInput
						data-letter-subject
						label={t.subject}
						maxLength={200}
						value={fields.subject}
						onChange={(event) => set({ subject: event.currentTarget.value })}
					/>
					<DateField label={t.day} required withAsterisk={false} value={fields.day} onChange={(day) => day && set({ day })} />
				</div>
				{gaps.length > 0 && (
					<Alert color="clay" icon={<IconAlertTriangle aria-hidden />} title={t.gaps} role="note">
						<p className={classes.caption}>{t.gapsHint}</p>
						<div className={classes.chips}>
							{gaps.map((gap) => (
								<Button key={gap} size="compact-sm" variant="default" onClick={() => toGap(gap)}>
									{gap.slice(1, -1)}
								</Button>
							))}
						</div>
					</Alert>
				)}
				<Textarea
					ref={body}
					className={classes.body ?? ''}
					label={t.body}
					autosize
					minRows={12}
					maxLength={50_000}
					value={fields.body}
					onChange={(event) => set({ body: event.currentTarget.value })}
					onKeyDown={(event: KeyboardEvent) => {
						if (event.key !== 'b' || !(event.ctrlKey || event.metaKey)) return;
						event.preventDefault();
						strong();
					}}
				/>
				<div className={classes.bar}>
					<Button
						variant="default"
						size="compact-md"
						leftSection={<IconBold size={16} aria-hidden />}
						onClick={strong}
						onMouseDown={(event) => event.preventDefault()}
					>
						{t.strong}
					</Button>
					<span className={classes.quiet}>{t.strongHint}</span>
				</div>
				{isOver ? (
					<Alert color="brick" role="alert">
						<p className={classes.sentence}>{letter.final === null ? t.turnedClosed : t.turnedFinal}</p>
						<Button size="sm" variant="default" onClick={() => onLeave(false)}>
							{t.leave}
						</Button>
					</Alert>
				) : (
					<ErrorNotice error={draft.error} onRetry={() => void draft.flush()} />
				)}
				<div className={classes.bar} data-apart>
					<span className={classes.bar}>
						<Button leftSection={<IconCheck size={18} aria-hidden />} disabled={isOver} onClick={() => setFinishing(true)}>
							{t.finish}
						</Button>
						<Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
							{t.printDraft}
						</Button>
						<LetterMenu letter={{ ...letter, ...fields }} withCopy />
					</span>
					<span className={classes.quiet} role="status">
						{draft.isSaved ? t.saved : t.saving}
					</span>
				</div>
			</div>
			<LetterPaper letter={fields} author={letter.authorName} caseNumber={caseFile.number} isDraft />
			{isFinishing && (
				<FinishLetter
					caseFile={caseFile}
					letter={letter}
					draft={draft}
					onClose={() => setFinishing(false)}
					onFinished={onLeave}
				/>
			)}
		</div>
	);
}
