import { useState } from 'react';
import { AppointmentSection } from '#renderer/features/appointments/AppointmentSection.tsx';
import { clientOf } from '#shared/features/cases/client.ts';
import classes from './CasePage.module.css';
import { CaseTodos } from './CaseTodos.tsx';
import { ClosedNotice } from './closing/ClosedNotice.tsx';
import { ContactEditor } from './contact/ContactEditor.tsx';
import { ContactTimeline } from './contact/ContactTimeline.tsx';
import { EditCase } from './EditCase.tsx';
import { CaseStory } from './story/CaseStory.tsx';
import { useWho } from './story/who.tsx';
import { useOpenCase } from './useOpenCase.ts';

/** What a case file tells at a glance, the contacts, and what is to be done. */
export function CasePage() {
	const opened = useOpenCase();
	const { caseFile } = opened;
	const who = useWho(caseFile);
	const [isEditing, setEditing] = useState(false);
	const closed = caseFile.status === 'closed';
	const client = clientOf(caseFile);
	return (
		<div className={classes.column}>
			<CaseStory opened={opened} who={who} onEdit={closed ? null : () => setEditing(true)} />
			<div className={classes.columns}>
				<div className={classes.column}>
					{closed ? <ClosedNotice caseId={caseFile.id} /> : <ContactEditor caseId={caseFile.id} />}
					<ContactTimeline caseId={caseFile.id} frozen={closed} />
				</div>
				<div className={classes.column}>
					{client && <AppointmentSection client={client} caseId={caseFile.id} frozen={closed} />}
					<CaseTodos caseFile={caseFile} />
				</div>
			</div>
			{isEditing && <EditCase caseFile={caseFile} onClose={() => setEditing(false)} />}
		</div>
	);
}
