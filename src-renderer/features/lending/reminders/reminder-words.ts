import { paperMoney } from '#renderer/i18n/money.ts';
import { openingWords } from '#renderer/print/opening-words.ts';
import { addressField } from '#renderer/print/postal-address.ts';
import type { ReminderLetter, ReminderRow } from '#renderer/print/ReminderLetterSheet.tsx';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import { bundleKits } from '#shared/features/lending/kit-lines.ts';
import type { Reminder } from '#shared/features/lending/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import type { OpeningHours } from '#shared/features/site/opening-hours.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';

/** What reminders say, in letters and e-mails alike. Always German: it goes to borrowers. */

/** soon: due tomorrow · first: late · again: late, and reminded since it is. */
export type Stage = 'soon' | 'first' | 'again';

export function stageOf({ kind, lines, lastAt }: Reminder): Stage {
	if (kind === 'due_soon') return 'soon';
	const lateSince = lines
		.filter(({ isOverdue }) => isOverdue)
		.map(({ dueOn }) => dueOn)
		.toSorted()[0];
	return lastAt !== null && lateSince !== undefined && localDateOf(lastAt) > lateSince ? 'again' : 'first';
}

const SUBJECTS: Record<Stage, string> = {
	soon: 'Ihre Ausleihe ist morgen fällig',
	first: 'Bitte bringen Sie Ihre Ausleihe zurück',
	again: 'Noch einmal unsere Bitte: Bringen Sie Ihre Ausleihe zurück',
};

export interface ReminderContext {
	/** From the rules of lending, for what is late. */
	readonly reminderText: string;
	readonly profile: SiteProfile;
	/** When somebody is there to take things back. */
	readonly hours: OpeningHours;
	/** Who signs. */
	readonly signer: string;
}

type Words = Omit<ReminderLetter, 'id' | 'address'>;

/** One bundled reminder: everything of one borrower. */
function reminderWords(reminder: Reminder, { reminderText, hours, signer }: ReminderContext): Words {
	const stage = stageOf(reminder);
	return {
		subject: SUBJECTS[stage],
		salutation: `Guten Tag ${borrowerName(reminder.borrower)},`,
		opening: openingOf(stage, reminder.lastAt, reminderText),
		rows: rowsOf(reminder),
		closing: closingOf(stage, reminder, openingWords(hours)),
		signer,
	};
}

/** Null where the address is not known well enough for the post. */
export function reminderLetter(reminder: Reminder, context: ReminderContext): ReminderLetter | null {
	const address = addressField(reminder.borrower);
	return address && { id: reminder.borrower.id, address, ...reminderWords(reminder, context) };
}

/** Plain text, to paste into an e-mail program; lines end with a newline only. */
export function reminderEmail(reminder: Reminder, context: ReminderContext): { subject: string; text: string } {
	const { subject, salutation, opening, rows, closing, signer } = reminderWords(reminder, context);
	const { name, organisation } = context.profile;
	const list = rows.map(
		(row) =>
			`- ${row.name} (${row.number})${row.along.length > 0 ? ` mit ${row.along.join(', ')}` : ''}: fällig am ${formatLocalDate(row.dueOn)}`,
	);
	const text = [
		salutation,
		...opening,
		list.join('\n'),
		...closing,
		['Mit freundlichen Grüßen', signer, [...new Set([name, organisation])].join(', ')].join('\n'),
	].join('\n\n');
	return { subject, text };
}

function openingOf(stage: Stage, lastAt: number | null, reminderText: string): string[] {
	switch (stage) {
		case 'soon':
			return [
				'die Leihfrist für das, was unten steht, endet morgen. Brauchen Sie es länger? Dann sagen Sie uns bitte vorher Bescheid.',
			];
		case 'first':
			return [reminderText.trim()];
		case 'again':
			return [
				`wir haben Sie schon am ${formatLocalDate(localDateOf(lastAt ?? 0))} erinnert. Leider ist noch nicht alles zurück.`,
				reminderText.trim(),
			];
	}
}

function closingOf(stage: Stage, { lines }: Reminder, open: string | null): string[] {
	const held = [...new Map(lines.map(({ loanId, depositHeldCents }) => [loanId, depositHeldCents])).values()];
	const cents = held.reduce((sum, deposit) => sum + deposit, 0);
	return [
		open && `Wir sind da: ${open}.`,
		cents > 0 ? `Ihr Pfand von ${paperMoney(cents)} bekommen Sie zurück, wenn alles wieder da ist.` : null,
		stage === 'soon'
			? null
			: 'Ist etwas kaputt oder verloren gegangen? Sagen Sie es uns, dann finden wir eine Lösung. Haben Sie alles schon zurückgebracht, danken wir Ihnen.',
	].filter((words) => words !== null);
}

function rowsOf({ lines }: Reminder): ReminderRow[] {
	const byDay = lines.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
	return bundleKits(byDay).map(({ line, parts }) => ({
		id: line.id,
		number: line.itemNumber,
		name: line.itemName,
		along: [...parts.map(({ itemName }) => itemName), ...line.accessoriesOut],
		issuedOn: localDateOf(line.issuedAt),
		dueOn: line.dueOn,
	}));
}
