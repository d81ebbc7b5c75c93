import type { KioskLanguage } from '#shared/features/kiosk/model.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import type { KioskInformation } from './information.ts';
import { it } from './it.ts';
import { pl } from './pl.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { simple } from './simple.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

/** The sheet in each language of the kiosk. Apart from its words, because the kiosk itself never prints. */
export const KIOSK_INFORMATION: Readonly<Record<KioskLanguage, KioskInformation>> = {
	...{ de, simple, tr, ar, uk, ru, pl, ro, el, it, en },
};
