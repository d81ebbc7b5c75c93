import { defineTexts } from '#renderer/i18n/texts.ts';
import { roleWords } from '../role-words.ts';

/** What goes into a sentence of the history. `by` is null for the recovery kit. */
export interface EventWords {
	readonly by: string | null;
	/** Null where the kit is meant. */
	readonly member: string | null;
	readonly device: string;
	/** The name before a renaming; null when that stayed. */
	readonly before: string | null;
	readonly areas: string;
	readonly roles: string;
	readonly oneRole: boolean;
}

/** The ledger in plain sentences, by what happened. */
export const texts = defineTexts({
	de: {
		somebody: 'Jemand',
		unnamed: 'ohne Namen',
		areas: roleWords.de.theAreas,
		sentences: {
			site_founded: ({ by }: EventWords) => `${by ?? 'Jemand'} hat den Standort angelegt.`,
			member_added: ({ by, member, roles, oneRole }: EventWords) => {
				const how = `${oneRole ? 'mit der Rolle' : 'mit den Rollen'} ${roles}`;
				if (by === member) return `${member} gehört von Anfang an dazu, ${how}.`;
				return by === null
					? `Mit dem Notfallblatt wurde ${member} ${how} aufgenommen.`
					: `${by} hat ${member} ${how} aufgenommen.`;
			},
			member_reset: ({ by, member }: EventWords) =>
				by === null
					? `Mit dem Notfallblatt hat ${member} neue Schlüssel und ein neues Passwort bekommen.`
					: `${by} hat ${member} neue Schlüssel und ein neues Startpasswort gegeben.`,
			member_renamed: ({ by, member, before }: EventWords) => {
				const signInNameOnly = before === null;
				const now = signInNameOnly ? '' : ` ${member} hieß vorher ${before}.`;
				if (by === null)
					return `Mit dem Notfallblatt wurde ${signInNameOnly ? 'der Anmeldename' : 'der Name'} von ${member} geändert.${now}`;
				return `${by} hat ${signInNameOnly ? 'den Anmeldenamen' : 'den Namen'} von ${member} geändert.${now}`;
			},
			roles_changed: ({ by, member, roles, oneRole }: EventWords) => {
				const now = `${oneRole ? 'Seither gilt die Rolle' : 'Seither gelten die Rollen'} ${roles}.`;
				return by === null
					? `Mit dem Notfallblatt wurden die Rollen von ${member} geändert. ${now}`
					: `${by} hat die Rollen von ${member} geändert. ${now}`;
			},
			member_removed: ({ by, member }: EventWords) =>
				by === null ? `Mit dem Notfallblatt wurde ${member} entfernt.` : `${by} hat ${member} entfernt.`,
			own_passphrase: ({ member }: EventWords) => `${member} hat das Startpasswort durch ein eigenes ersetzt.`,
			passphrase_changed: ({ member }: EventWords) => `${member} hat das eigene Passwort geändert.`,
			kit_renewed: ({ by }: EventWords) =>
				by === null
					? 'Mit dem Notfallblatt wurde ein neues Notfallblatt ausgestellt. Das alte gilt nicht mehr.'
					: `${by} hat ein neues Notfallblatt ausgestellt. Das alte gilt nicht mehr.`,
			new_keys: ({ by, areas }: EventWords) =>
				by === null
					? `Mit dem Notfallblatt begannen neue Schlüssel für ${areas}.`
					: `${by} hat neue Schlüssel für ${areas} begonnen.`,
			access_given: ({ by, member, areas }: EventWords) => {
				const key = `den Schlüssel für ${areas}`;
				if (member === null) return `${by ?? 'Jemand'} hat dem Notfallblatt ${key} gegeben.`;
				return by === null ? `Mit dem Notfallblatt bekam ${member} ${key}.` : `${by} hat ${member} ${key} gegeben.`;
			},
			device_added: ({ by, device }: EventWords) =>
				by === null ? `Mit dem Notfallblatt kam das Gerät „${device}“ dazu.` : `${by} hat das Gerät „${device}“ dazugenommen.`,
			device_asked: ({ by, device }: EventWords) =>
				by === null
					? `Mit dem Notfallblatt wurde für das Gerät „${device}“ um Zulassung gebeten.`
					: `${by} hat für das Gerät „${device}“ um Zulassung gebeten.`,
			device_turned_away: ({ by, device }: EventWords) =>
				by === null
					? `Mit dem Notfallblatt wurde das Gerät „${device}“ abgewiesen.`
					: `${by} hat das Gerät „${device}“ abgewiesen.`,
			device_withdrawn: ({ by, device }: EventWords) =>
				by === null
					? `Mit dem Notfallblatt wurde die Anfrage des Geräts „${device}“ zurückgezogen.`
					: `${by} hat die Anfrage des Geräts „${device}“ zurückgezogen.`,
			device_approved: ({ by, device }: EventWords) =>
				by === null
					? `Mit dem Notfallblatt wurde das Gerät „${device}“ zugelassen.`
					: `${by} hat das Gerät „${device}“ zugelassen.`,
			device_renamed: ({ by, device, before }: EventWords) => {
				const now = `Es heißt jetzt „${device}“${before === null ? '' : `, vorher „${before}“`}.`;
				return by === null ? `Mit dem Notfallblatt wurde ein Gerät umbenannt. ${now}` : `${by} hat ein Gerät umbenannt. ${now}`;
			},
			device_removed: ({ by, device }: EventWords) =>
				by === null ? `Mit dem Notfallblatt wurde das Gerät „${device}“ entfernt.` : `${by} hat das Gerät „${device}“ entfernt.`,
			kiosk_added: ({ by, device }: EventWords) => `${by ?? 'Jemand'} hat den Kiosk „${device}“ eingerichtet.`,
			kiosk_asked: ({ by, device }: EventWords) => `${by ?? 'Jemand'} hat für den Kiosk „${device}“ um Zulassung gebeten.`,
			kiosk_approved: ({ by, device }: EventWords) => `${by ?? 'Jemand'} hat den Kiosk „${device}“ zugelassen.`,
			kiosk_renamed: ({ by, device, before }: EventWords) =>
				`${by ?? 'Jemand'} hat einen Kiosk umbenannt. Er heißt jetzt „${device}“${before === null ? '' : `, vorher „${before}“`}.`,
			kiosk_removed: ({ by, device }: EventWords) => `${by ?? 'Jemand'} hat den Kiosk „${device}“ entfernt.`,
		},
	},
	en: {
		somebody: 'Somebody',
		unnamed: 'without a name',
		areas: roleWords.en.theAreas,
		sentences: {
			site_founded: ({ by }) => `${by ?? 'Somebody'} created the site.`,
			member_added: ({ by, member, roles, oneRole }) => {
				const how = `${oneRole ? 'with the role' : 'with the roles'} ${roles}.`;
				if (by === member) return `${member} has been here from the beginning, ${how}`;
				return by === null ? `${member} was added with the recovery kit, ${how}` : `${by} added ${member} ${how}`;
			},
			member_reset: ({ by, member }) =>
				by === null
					? `${member} got new keys and a new passphrase with the recovery kit.`
					: `${by} gave ${member} new keys and a new start passphrase.`,
			member_renamed: ({ by, member, before }) => {
				const what = before === null ? `the sign-in name of ${member}` : 'a name';
				const now = before === null ? '' : ` It is now ${member}, before: ${before}.`;
				return by === null ? `With the recovery kit ${what} was changed.${now}` : `${by} changed ${what}.${now}`;
			},
			roles_changed: ({ by, member, roles, oneRole }) => {
				const now = `${oneRole ? 'The role since then:' : 'The roles since then:'} ${roles}.`;
				return by === null
					? `The roles of ${member} were changed with the recovery kit. ${now}`
					: `${by} changed the roles of ${member}. ${now}`;
			},
			member_removed: ({ by, member }) =>
				by === null ? `${member} was removed with the recovery kit.` : `${by} removed ${member}.`,
			own_passphrase: ({ member }) => `${member} replaced the start passphrase by an own one.`,
			passphrase_changed: ({ member }) => `${member} changed their own passphrase.`,
			kit_renewed: ({ by }) =>
				by === null
					? 'A new recovery kit was made with the recovery kit. The old one is no longer valid.'
					: `${by} made a new recovery kit. The old one is no longer valid.`,
			new_keys: ({ by, areas }) =>
				by === null ? `New keys for ${areas} began with the recovery kit.` : `${by} began new keys for ${areas}.`,
			access_given: ({ by, member, areas }) => {
				const key = `the key for ${areas}`;
				if (member === null) return `${by ?? 'Somebody'} gave the recovery kit ${key}.`;
				return by === null ? `${member} got ${key} with the recovery kit.` : `${by} gave ${member} ${key}.`;
			},
			device_added: ({ by, device }) =>
				by === null ? `The device “${device}” came in with the recovery kit.` : `${by} brought in the device “${device}”.`,
			device_asked: ({ by, device }) =>
				by === null
					? `The device “${device}” asked to be approved with the recovery kit.`
					: `${by} asked for the device “${device}” to be approved.`,
			device_turned_away: ({ by, device }) =>
				by === null
					? `The device “${device}” was turned away with the recovery kit.`
					: `${by} turned the device “${device}” away.`,
			device_withdrawn: ({ by, device }) =>
				by === null
					? `The request of the device “${device}” was withdrawn with the recovery kit.`
					: `${by} withdrew the request of the device “${device}”.`,
			device_approved: ({ by, device }) =>
				by === null ? `The device “${device}” was approved with the recovery kit.` : `${by} approved the device “${device}”.`,
			device_renamed: ({ by, device, before }) => {
				const now = `It is called “${device}” now${before === null ? '' : `, before: “${before}”`}.`;
				return by === null ? `A device was renamed with the recovery kit. ${now}` : `${by} renamed a device. ${now}`;
			},
			device_removed: ({ by, device }) =>
				by === null ? `The device “${device}” was removed with the recovery kit.` : `${by} removed the device “${device}”.`,
			kiosk_added: ({ by, device }) => `${by ?? 'Somebody'} set up the kiosk “${device}”.`,
			kiosk_asked: ({ by, device }) => `${by ?? 'Somebody'} asked for the kiosk “${device}” to be approved.`,
			kiosk_approved: ({ by, device }) => `${by ?? 'Somebody'} approved the kiosk “${device}”.`,
			kiosk_renamed: ({ by, device, before }) =>
				`${by ?? 'Somebody'} renamed a kiosk. It is called “${device}” now${before === null ? '' : `, before: “${before}”`}.`,
			kiosk_removed: ({ by, device }) => `${by ?? 'Somebody'} removed the kiosk “${device}”.`,
		},
	},
});
