import { Button, Kbd, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconEraser } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { useScanner } from '#renderer/ui/scanner/useScanner.ts';
import { repairOnSlip } from '#shared/features/repairs/model.ts';
import { AnswerBand } from './desk/AnswerBand.tsx';
import { BackSection } from './desk/BackSection.tsx';
import { BorrowerPanel } from './desk/BorrowerPanel.tsx';
import classes from './desk/Desk.module.css';
import { isEmpty } from './desk/desk-state.ts';
import { HouseCounts } from './desk/HouseCounts.tsx';
import { LaterBanner, LaterEntry } from './desk/LaterEntry.tsx';
import { OutSection } from './desk/OutSection.tsx';
import { QuestionBand } from './desk/QuestionBand.tsx';
import { ScanField } from './desk/ScanField.tsx';
import { SoundSwitch } from './desk/SoundSwitch.tsx';
import { texts } from './desk/texts.ts';
import { useDesk } from './desk/useDesk.ts';
import { useDeskFocus } from './desk/useDeskFocus.ts';
import { useDeskKeys } from './desk/useDeskKeys.ts';
import { useFacts } from './desk/useFacts.ts';
import { LendingTabs } from './LendingTabs.tsx';

/** One screen for out and in: card, items, Enter. */
export function DeskPage() {
	const t = useTexts(texts);
	const control = useDesk();
	const { desk, answer, question, loaded } = control;
	const facts = useFacts(desk);
	const field = useRef<HTMLInputElement>(null);
	const hasLines = desk.out.length + desk.back.length > 0;
	useScanner(loaded, true, (code) => {
		if (repairOnSlip(code) !== null) return false;
		void control.scan(code);
		return true;
	});
	useDeskKeys(control, field);
	const { onClick } = useDeskFocus({ field, isReady: loaded, answer, question });

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: leads the focus back, adds nothing to press
		// biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard the focus is where it was led
		<div className={classes.page} onClick={onClick}>
			<LendingTabs />
			<VisuallyHidden component="h1">{t.title}</VisuallyHidden>
			<div className={classes.stays}>
				<div className={classes.top}>
					<ScanField control={control} field={field} />
					<LaterEntry control={control} />
					<SoundSwitch />
				</div>
				<LaterBanner control={control} />
				{question ? (
					<QuestionBand question={question} control={control} />
				) : (
					<AnswerBand answer={answer} desk={desk} onUndo={() => void control.undo()} />
				)}
			</div>
			<div className={classes.columns}>
				<div className={classes.side}>
					<BorrowerPanel control={control} obstacles={facts.borrower} />
					<HouseCounts />
				</div>
				<div className={classes.lists}>
					{desk.out.length > 0 && <OutSection control={control} facts={facts} />}
					{desk.back.length > 0 && <BackSection control={control} facts={facts} />}
					{!hasLines && <EmptyDesk />}
				</div>
			</div>
			<footer className={classes.bar}>
				<Button
					variant="default"
					size="lg"
					disabled={isEmpty(desk)}
					leftSection={<IconEraser size="1.25rem" aria-hidden />}
					onClick={() => void control.clear()}
				>
					{t.clear}
					<Kbd className={classes.key ?? ''}>{t.clearKey}</Kbd>
				</Button>
				<Button
					variant="default"
					size="lg"
					disabled={!control.canUndo}
					leftSection={<IconArrowBackUp size="1.25rem" aria-hidden />}
					onClick={() => void control.undo()}
				>
					{t.undo}
					<Kbd className={classes.key ?? ''}>{t.undoKey}</Kbd>
				</Button>
				<Button
					size="lg"
					className={classes.finish ?? ''}
					disabled={!hasLines}
					loading={control.busy}
					leftSection={<IconCheck size="1.5rem" aria-hidden />}
					onClick={() => void control.complete()}
				>
					{t.done}
					<Kbd className={classes.key ?? ''}>{t.doneKey}</Kbd>
				</Button>
			</footer>
		</div>
	);
}

function EmptyDesk() {
	const t = useTexts(texts);
	return (
		<section aria-labelledby="desk-empty" className={classes.empty}>
			<h2 id="desk-empty" className={classes.title}>
				{t.emptyTitle}
			</h2>
			<ol className={classes.emptySteps}>
				{t.steps.split('\n').map((step) => (
					<li key={step}>{step}</li>
				))}
			</ol>
			<p className={classes.quiet}>{t.keys}</p>
		</section>
	);
}
