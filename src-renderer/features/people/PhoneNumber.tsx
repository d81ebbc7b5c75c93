import { IconPhoneOff } from '@tabler/icons-react';
import { formatPhone } from '#renderer/i18n/phone.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from './PhoneNumber.module.css';
import { texts } from './texts.ts';

/** A phone number as it is read aloud; never without "Nicht anrufen!" where that was asked for. */
export function PhoneNumber({ number, doNotCall }: { number: string; doNotCall: boolean }) {
	return (
		<span className={classes.number}>
			<span className={doNotCall ? classes.struck : undefined}>{formatPhone(number)}</span>
			{doNotCall && <NotToBeCalled />}
		</span>
	);
}

/** In words and red, so that it is seen without colour too. */
export function NotToBeCalled() {
	const t = useTexts(texts);
	return (
		<strong className={classes.warning}>
			<IconPhoneOff size={16} aria-hidden />
			{t.doNotCall}
		</strong>
	);
}
