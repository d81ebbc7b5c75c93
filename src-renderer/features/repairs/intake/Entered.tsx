import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintedOnly } from '#renderer/print/PrintSheet.tsx';
import type { RepairId } from '#shared/kernel/ids.ts';
import { texts } from '../texts.ts';
import { SlipPaper, useSlip } from '../useSlip.tsx';
import classes from './Intake.module.css';
import { intakeTexts } from './texts.ts';

interface Props {
	entered: { readonly id: RepairId; readonly number: string };
	onNext(): void;
}

/** The number, as large as it is called out, and the slip. */
export function Entered({ entered: { id, number }, onNext }: Props) {
	const t = useTexts(intakeTexts);
	const words = useTexts(texts);
	const navigate = useNavigate();
	const slip = useSlip(id);
	const print = useRef<HTMLButtonElement>(null);
	const next = useRef<HTMLButtonElement>(null);
	useEffect(() => print.current?.focus(), []);
	const again = () => {
		onNext();
		void navigate({ to: '/reparaturen/annahme', search: {} });
	};
	return (
		<section className={classes.entered} aria-label={t.done}>
			<p className={classes.bigNumber} role="status">
				<span className={classes.quiet}>{t.number}</span> {number}
			</p>
			<p className={classes.enteredItem}>{slip?.repair.item}</p>
			{slip?.repair.waiverId === null && <p className={classes.notAgreed}>{t.notAgreed}</p>}
			<Group justify="center">
				<Button variant="default" renderRoot={(props) => <Link to="/reparaturen/$id" params={{ id }} {...props} />}>
					{t.open}
				</Button>
				<Button ref={next} variant="default" onClick={again}>
					{t.next}
				</Button>
				<Button
					ref={print}
					leftSection={<IconPrinter size={18} aria-hidden />}
					disabled={slip === null}
					onClick={() => {
						window.print();
						next.current?.focus();
					}}
				>
					{words.print}
				</Button>
			</Group>
			{slip && <PrintedOnly>{() => <SlipPaper slip={slip} />}</PrintedOnly>}
		</section>
	);
}
