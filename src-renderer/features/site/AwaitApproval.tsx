import { Button, List, Loader } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';
import { FingerprintGroups } from '#renderer/features/devices/FingerprintGroups.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { FINGERPRINT_PREFIX } from '#shared/features/devices/model.ts';
import classes from './AwaitApproval.module.css';
import { texts } from './texts.ts';

/** The device is announced and shows its code until an administrator has compared it elsewhere. Goes on by itself. */
export function AwaitApproval({ fingerprint, onCancel }: { fingerprint: string; onCancel: () => void }) {
	const t = useTexts(texts);
	return (
		<EntranceFrame above={t.step(2, 2)} title={t.approvalTitle} intro={t.approvalIntro}>
			<div className={classes.code}>
				<div className={classes.read}>
					<span className={classes.caption} aria-hidden>
						{t.approvalCode}
					</span>
					<FingerprintGroups fingerprint={fingerprint} label={t.approvalCode} />
				</div>
				<div className={classes.scan}>
					<QRCodeSVG value={FINGERPRINT_PREFIX + fingerprint} size={148} level="M" marginSize={3} title={t.approvalQr} />
					<span className={classes.caption} aria-hidden>
						{t.approvalScan}
					</span>
				</div>
			</div>
			<List type="ordered" spacing="xs">
				<List.Item>{t.approvalAsk}</List.Item>
				<List.Item>{t.approvalCompare}</List.Item>
				<List.Item>{t.approvalStay}</List.Item>
			</List>
			<div className={classes.waiting}>
				<Loader size="sm" type="dots" aria-hidden />
				<span className={classes.words}>{t.approvalWaiting}</span>
				<Button variant="default" onClick={onCancel}>
					{t.approvalCancel}
				</Button>
			</div>
		</EntranceFrame>
	);
}
