import type { Dialog, Shell } from 'electron';

/** The main process' few sentences to the person. Everything else is said by the page. */

export async function askBeforeOpening(
	dialog: Pick<Dialog, 'showMessageBox'>,
	shell: Pick<Shell, 'openExternal'>,
	url: string,
): Promise<void> {
	const { response } = await dialog.showMessageBox({
		type: 'question',
		title: 'Kontor',
		message: 'Soll diese Seite im Browser geöffnet werden?',
		detail: url,
		buttons: ['Abbrechen', 'Öffnen'],
		defaultId: 0,
		cancelId: 0,
		noLink: true,
	});
	if (response === 1) await shell.openExternal(url);
}

export function reportRestart(dialog: Pick<Dialog, 'showMessageBox'>): void {
	void dialog.showMessageBox({
		type: 'warning',
		title: 'Kontor',
		message: 'Kontor ist unerwartet stehen geblieben und hat neu angefangen.',
		detail: 'Alles Gespeicherte ist noch da. Bitte melden Sie sich neu an.',
		buttons: ['Weiter'],
		noLink: true,
	});
}

export function reportGivenUp(dialog: Pick<Dialog, 'showErrorBox'>): void {
	dialog.showErrorBox(
		'Kontor kann nicht weiterarbeiten',
		'Kontor ist wiederholt stehen geblieben und wird beendet. Alles Gespeicherte ist noch da. Bitte starten Sie den PC neu und öffnen Sie Kontor noch einmal.',
	);
}
