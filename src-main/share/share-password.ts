import type { LocalSettings } from '../records/local.ts';
import type { DataFolder } from '../vaults/data-folder.ts';

/**
 * The office vault of this device keeps the password of a share on the web, encrypted and outside of every snapshot. A newer
 * one comes from whoever has just connected or joined; otherwise it is given to the folder, which forgets it at every start.
 */
export function keepPassword(folder: DataFolder, settings: LocalSettings): void {
	const place = folder.share();
	if (place === null || typeof place === 'string') return;
	const known = settings.get('share_password');
	if (place.password === '') folder.setShare({ ...place, password: known ?? '' });
	else if (place.password !== known) settings.set('share_password', place.password);
}
