import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudDown, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { formatBytes } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type CaseDocument, isRisky } from '#shared/features/documents/model.ts';
import { texts } from '../texts.ts';
import classes from './Preview.module.css';

/** Instead of a file that is kept and never opened here. */
export function Inert({ document }: { document: CaseDocument }) {
	const t = useTexts(texts);
	return (
		<div className={classes.instead}>
			<IconEyeOff size={40} stroke={1.3} aria-hidden />
			<strong>{t.inertTitle}</strong>
			<p>{t.inertWords}</p>
			{isRisky(document) && (
				<Alert color="clay" icon={<IconAlertTriangle aria-hidden />}>
					{t.riskyWords}
				</Alert>
			)}
		</div>
	);
}

interface NotHereProps {
	document: CaseDocument;
	isSpoilt: boolean;
	/** It was asked for, in vain. */
	asked: boolean;
	onFetch(): Promise<void>;
}

/** Instead of a content that is still to come from the share. */
export function NotHere({ document, isSpoilt, asked, onFetch }: NotHereProps) {
	const t = useTexts(texts);
	const [isAsking, setAsking] = useState(false);
	return (
		<div className={classes.instead}>
			<IconCloudDown size={40} stroke={1.3} aria-hidden />
			<strong>{t.notHereTitle}</strong>
			<p>{isSpoilt ? t.spoiltWords : t.notHereWords(formatBytes(document.size))}</p>
			<p role="status">{asked && !isAsking && t.stillNotHere}</p>
			<Button
				loading={isAsking}
				onClick={async () => {
					setAsking(true);
					await onFetch();
					setAsking(false);
				}}
			>
				{t.tryNow}
			</Button>
		</div>
	);
}

/** Instead of a content that is here and cannot be shown. */
export function Unshown({ children }: { children: string }) {
	return (
		<Alert color="clay" icon={<IconAlertTriangle aria-hidden />} role="alert">
			{children}
		</Alert>
	);
}
