import { formatPhone, parsePhone } from '#renderer/i18n/phone.ts';
import type { ValueInput } from '#shared/features/decisions/model.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

type Problem = 'missing' | 'phonesWrong' | 'numberWrong' | 'timeWrong';

/** A value as it stands in the field where another one is typed. */
export function shownAsTyped(input: ValueInput, value: unknown): string {
	if (value === null || value === undefined) return '';
	if (input.kind === 'phones')
		return (value as readonly { number: string }[]).map(({ number }) => formatPhone(number)).join(', ');
	if (input.kind === 'money') return (Number(value) / 100).toFixed(2).replace('.', ',');
	return String(value);
}

/** What was typed, as the field takes it. */
export function typedValue(input: ValueInput, typed: string): Result<unknown, Problem> {
	const text = typed.trim();
	if (input.kind === 'phones') {
		const parts = text.split(/[,;\n]/).map((part) => part.trim());
		const numbers = parts.filter(Boolean).map(parsePhone);
		return numbers.includes(null) ? err('phonesWrong') : ok(numbers.map((number) => ({ number, label: '' })));
	}
	if (text === '') return 'optional' in input && input.optional ? ok(null) : err('missing');
	if (input.kind === 'yes_no') return ok(text === 'true');
	if (input.kind === 'number') return /^\d{1,9}$/.test(text) ? ok(Number(text)) : err('numberWrong');
	if (input.kind === 'money') {
		const cents = Math.round(Number(text.replace(/[€\s.]/g, '').replace(',', '.')) * 100);
		return Number.isFinite(cents) && cents >= 0 ? ok(cents) : err('numberWrong');
	}
	if (input.kind === 'time') {
		const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? [];
		return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60
			? ok(`${hours.padStart(2, '0')}:${minutes}`)
			: err('timeWrong');
	}
	return ok(text);
}
