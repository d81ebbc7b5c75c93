import { QRCodeSVG } from 'qrcode.react';
import { FingerprintGroups } from '#renderer/features/devices/FingerprintGroups.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { FINGERPRINT_PREFIX } from '#shared/features/devices/model.ts';
import { texts } from '../texts.ts';
import { Heading } from './Heading.tsx';
import classes from './WaitingPage.module.css';

/** For staff: what must stand in the office too before this kiosk is approved there. */
export function WaitingPage({ fingerprint }: { fingerprint: string }) {
	const t = useTexts(texts);
	return (
		<>
			<Heading under={t.waitingIntro}>{t.waitingTitle}</Heading>
			<div className={classes.code}>
				<FingerprintGroups fingerprint={fingerprint} label={t.codeOfThis} />
				<QRCodeSVG value={FINGERPRINT_PREFIX + fingerprint} size={200} level="M" marginSize={3} title={t.codeAsPicture} />
			</div>
		</>
	);
}
