import { useState } from 'react';
import { ApplicationsSection } from '#renderer/features/applications/ApplicationsSection.tsx';
import { AppointmentSection } from '#renderer/features/appointments/AppointmentSection.tsx';
import { DocumentsSection } from '#renderer/features/documents/DocumentsSection.tsx';
import { FunderSection } from '#renderer/features/funder-data/FunderSection.tsx';
import { GoalsSection } from '#renderer/features/goals/GoalsSection.tsx';
import { LettersSection } from '#renderer/features/letters/LettersSection.tsx';
import { ReleasesSection } from '#renderer/features/referrals/ReleasesSection.tsx';
import { clientOf } from '#shared/features/cases/client.ts';
import { CaseFacts } from './CaseFacts.tsx';
import classes from './CasePage.module.css';
import { CaseTodos } from './CaseTodos.tsx';
import { ClosedNotice } from './closing/ClosedNotice.tsx';
import { ContactEditor } from './contact/ContactEditor.tsx';
import { ContactTimeline } from './contact/ContactTimeline.tsx';
import { EditCase } from './EditCase.tsx';
import { useOpenCase } from './useOpenCase.ts';

/** What a case file tells at a glance, and the contacts. */
export function CasePage() {
	const { caseFile, ownerName, contactMinutes } = useOpenCase();
	const [isEditing, setEditing] = useState(false);
	const closed = caseFile.status === 'closed';
	const client = clientOf(caseFile);
	const isBusiness = caseFile.businessId !== null;
	return (
		<div className={classes.columns}>
			<div className={classes.column}>
				{closed ? <ClosedNotice caseId={caseFile.id} /> : <ContactEditor caseId={caseFile.id} />}
				<ContactTimeline caseId={caseFile.id} frozen={closed} />
			</div>
			<div className={classes.column}>
				<CaseFacts
					caseFile={caseFile}
					ownerName={ownerName}
					contactMinutes={contactMinutes}
					onEdit={closed ? null : () => setEditing(true)}
				/>
				<GoalsSection caseId={caseFile.id} frozen={closed} />
				{client && <AppointmentSection client={client} caseId={caseFile.id} frozen={closed} />}
				<CaseTodos caseFile={caseFile} />
				<DocumentsSection caseId={caseFile.id} frozen={closed} />
				<ReleasesSection caseId={caseFile.id} />
				{!isBusiness && <FunderSection caseId={caseFile.id} />}
				<LettersSection caseFile={caseFile} />
				{!isBusiness && <ApplicationsSection caseId={caseFile.id} />}
			</div>
			{isEditing && <EditCase caseFile={caseFile} onClose={() => setEditing(false)} />}
		</div>
	);
}
