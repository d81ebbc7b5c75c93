import { Alert, Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useState } from 'react';
import { AppointmentSection } from '#renderer/features/appointments/AppointmentSection.tsx';
import { FunderSection } from '#renderer/features/funder-data/FunderSection.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { CaseFacts } from './CaseFacts.tsx';
import classes from './CasePage.module.css';
import { CaseTodos } from './CaseTodos.tsx';
import { ContactEditor } from './contact/ContactEditor.tsx';
import { ContactTimeline } from './contact/ContactTimeline.tsx';
import { EditCase } from './EditCase.tsx';
import { texts } from './texts.ts';
import { useOpenCase } from './useOpenCase.ts';
import { useSetStatus } from './useSetStatus.ts';

/** What a case file tells at a glance, and the contacts. */
export function CasePage() {
	const t = useTexts(texts);
	const { caseFile, ownerName, contactMinutes } = useOpenCase();
	const setStatus = useSetStatus(caseFile);
	const [isEditing, setEditing] = useState(false);
	const closed = caseFile.status === 'closed';
	return (
		<div className={classes.columns}>
			<div className={classes.column}>
				{closed ? (
					<Alert color="gray" icon={<IconArchive aria-hidden />} title={t.closedTitle}>
						<p className={classes.closedWords}>{t.closedWords}</p>
						<Button size="sm" variant="default" onClick={() => void setStatus('reopened')}>
							{t.reopen}
						</Button>
					</Alert>
				) : (
					<ContactEditor caseId={caseFile.id} />
				)}
				<ContactTimeline caseId={caseFile.id} frozen={closed} />
			</div>
			<div className={classes.column}>
				<CaseFacts caseFile={caseFile} ownerName={ownerName} contactMinutes={contactMinutes} onEdit={() => setEditing(true)} />
				<FunderSection caseId={caseFile.id} />
				<AppointmentSection personId={caseFile.personId} caseId={caseFile.id} />
				<CaseTodos caseId={caseFile.id} />
			</div>
			{isEditing && <EditCase caseFile={caseFile} onClose={() => setEditing(false)} />}
		</div>
	);
}
