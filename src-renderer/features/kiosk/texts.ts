import { defineTexts } from '#renderer/i18n/texts.ts';

/** For whoever looks after the kiosk; what visitors read is in i18n/kiosk. */
export const texts = defineTexts({
	de: {
		leave: 'Für Mitarbeitende',
		leaveHint: '3 Sekunden gedrückt halten',
		leaveTitle: 'Kiosk verlassen',
		leaveIntro: 'Für Mitarbeitende: Mit Anmeldename und Passwort wird daraus wieder ein gewöhnlicher PC.',
		signInName: 'Anmeldename',
		passphrase: 'Passwort',
		missing: 'Bitte beides eintippen.',
		leaveNow: 'Verlassen',
		losing: (count: string) =>
			`Noch nicht gespeicherte Anmeldungen: ${count}. Wird der Kiosk jetzt verlassen, gehen sie verloren.`,
		waiting: 'Die Verwaltung hat diesen Kiosk noch nicht zugelassen. Anmeldungen bleiben bis dahin verschlüsselt auf diesem PC.',
		code: 'Prüfcode',
		showCode: 'Code zeigen',
		waitingTitle: 'Dieser Kiosk wartet auf Zulassung',
		waitingIntro:
			'Bitten Sie jemanden mit der Rolle Verwaltung, an einem anderen PC „Geräte“ zu öffnen. Stehen dort dieselben Zeichen, wird der Kiosk zugelassen.',
		codeOfThis: 'Prüfcode dieses Kiosks',
		codeAsPicture: 'Der Prüfcode als QR-Code',
	},
	en: {
		leave: 'For staff',
		leaveHint: 'Hold for 3 seconds',
		leaveTitle: 'Leave the kiosk',
		leaveIntro: 'For staff: with a sign-in name and passphrase this becomes an ordinary PC again.',
		signInName: 'Sign-in name',
		passphrase: 'Passphrase',
		missing: 'Please type both.',
		leaveNow: 'Leave',
		losing: (count: string) => `Sign-ins not saved yet: ${count}. They are lost if the kiosk is left now.`,
		waiting: 'An administrator has not approved this kiosk yet. Until then sign-ins stay encrypted on this PC.',
		code: 'Check code',
		showCode: 'Show the code',
		waitingTitle: 'This kiosk waits for approval',
		waitingIntro:
			'Ask an administrator to open “Devices” on another PC. If the same letters stand there, they approve the kiosk.',
		codeOfThis: 'Check code of this kiosk',
		codeAsPicture: 'The check code as a QR code',
	},
});
