import { sortKey } from '#shared/kernel/fold.ts';
import type { WaiverTextId } from '#shared/kernel/ids.ts';

/**
 * What a visitor accepts before anybody opens their device, as long as coordination has written nothing else. Liability for
 * intent, gross negligence and injury to life, body or health cannot be excluded (§ 276 (3), § 309 no. 7 BGB), so it is not.
 */
export const DEFAULT_WAIVER_TEXT = `Die Reparatur ist kostenlos. Unsere Helferinnen und Helfer arbeiten ehrenamtlich und nach bestem Wissen. Wir versprechen nicht, dass sie gelingt.

Beim Öffnen und Reparieren kann etwas kaputtgehen, und Daten auf einem Gerät können verloren gehen. Sichern Sie Ihre Daten vorher. Eine Garantie des Herstellers kann erlöschen.

Für Schäden an Ihrem Gegenstand, die wir leicht fahrlässig verursachen, haften wir nicht.

Wir haften immer, wenn wir einen Schaden absichtlich (vorsätzlich) oder grob fahrlässig verursachen. Wir haften auch immer, wenn durch unser Verschulden Leben, Körper oder Gesundheit eines Menschen verletzt werden. Ansprüche, die das Gesetz Ihnen unabdingbar gibt, bleiben bestehen.

Geräte mit Netzstecker prüfen wir nach der Reparatur auf elektrische Sicherheit. Was die Prüfung nicht besteht, geben wir nicht als repariert heraus.

Reparieren Sie selbst mit unserer Hilfe, benutzen Sie Werkzeug nur so, wie wir es gezeigt haben.`;

/**
 * Repairs name the text that was accepted. Where it is this one, no vault has it: whoever changes the text above gives it a
 * new id and keeps the old one beside it.
 */
export const DEFAULT_WAIVER_ID = '00000000-0000-7000-8000-000000000001' as WaiverTextId;

/** What a text on liability must say stays: for what nobody can exclude liability. */
const EXCEPTIONS = {
	intent: /\b(vorsatz|vorsaetzlich|absicht|absichtlich)/,
	gross_negligence: /\bgrob\w* fahrlaessig/,
	injury: /(?=.*\bleben)(?=.*\bkoerper)(?=.*\bgesundheit)/s,
} as const;
export type WaiverException = keyof typeof EXCEPTIONS;

/** Which of them a text does not mention; a hint for whoever writes one, not a lawyer. */
export function missingExceptions(text: string): WaiverException[] {
	const folded = sortKey(text);
	return (Object.keys(EXCEPTIONS) as WaiverException[]).filter((name) => !EXCEPTIONS[name].test(folded));
}
