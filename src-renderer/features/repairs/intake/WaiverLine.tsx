import { Anchor, Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from './Intake.module.css';
import { intakeTexts } from './texts.ts';

interface Props {
	text: string;
	checked: boolean;
	onChange(checked: boolean): void;
}

/** The visitor's agreement, with the full text one click away. */
export function WaiverLine({ text, checked, onChange }: Props) {
	const t = useTexts(intakeTexts);
	const [reading, setReading] = useState(false);
	return (
		<Group gap="sm" wrap="wrap">
			<Checkbox label={t.waiver} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
			<Anchor component="button" type="button" onClick={() => setReading(true)}>
				{t.readWaiver}
			</Anchor>
			<Modal opened={reading} onClose={() => setReading(false)} title={<strong>{t.waiverTitle}</strong>} size="lg">
				<Stack>
					<div lang="de" className={classes.waiver}>
						{text}
					</div>
					<p className={classes.quiet}>{t.waiverPrinted}</p>
					<Group justify="flex-end">
						<Button data-autofocus onClick={() => setReading(false)}>
							{t.close}
						</Button>
					</Group>
				</Stack>
			</Modal>
		</Group>
	);
}
