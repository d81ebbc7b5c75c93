import type { MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
	lock(): void;
	print(): void;
}

/** The German menu. Electron's own labels follow the system's language, so every item is labelled here. */
export function menuTemplate(
	actions: MenuActions,
	{ isMac, isPackaged }: { isMac: boolean; isPackaged: boolean },
): MenuItemConstructorOptions[] {
	return [
		...(isMac ? [appMenu] : []),
		{
			label: 'Datei',
			submenu: [
				{ label: 'Sperren', accelerator: 'CmdOrCtrl+L', click: () => actions.lock() },
				{ type: 'separator' },
				{ label: 'Drucken …', accelerator: 'CmdOrCtrl+P', click: () => actions.print() },
				...(isMac ? [] : ([{ type: 'separator' }, { label: 'Beenden', role: 'quit' }] as const)),
			],
		},
		{
			label: 'Bearbeiten',
			submenu: [
				{ label: 'Rückgängig', role: 'undo' },
				{ label: 'Wiederholen', role: 'redo' },
				{ type: 'separator' },
				{ label: 'Ausschneiden', role: 'cut' },
				{ label: 'Kopieren', role: 'copy' },
				{ label: 'Einfügen', role: 'paste' },
				{ label: 'Alles auswählen', role: 'selectAll' },
			],
		},
		{
			label: 'Ansicht',
			submenu: [
				{ label: 'Größer', role: 'zoomIn' },
				{ label: 'Kleiner', role: 'zoomOut' },
				{ label: 'Normale Größe', role: 'resetZoom' },
				{ type: 'separator' },
				{ label: 'Vollbild', role: 'togglefullscreen' },
				...(isPackaged ? [] : developerItems),
			],
		},
	];
}

const appMenu: MenuItemConstructorOptions = {
	label: 'Kontor',
	submenu: [
		{ label: 'Über Kontor', role: 'about' },
		{ type: 'separator' },
		{ label: 'Kontor ausblenden', role: 'hide' },
		{ label: 'Andere ausblenden', role: 'hideOthers' },
		{ type: 'separator' },
		{ label: 'Kontor beenden', role: 'quit' },
	],
};

const developerItems: MenuItemConstructorOptions[] = [
	{ type: 'separator' },
	{ label: 'Neu laden', role: 'reload' },
	{ label: 'Entwicklerwerkzeuge', role: 'toggleDevTools' },
];
