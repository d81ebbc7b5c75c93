import { test } from '@playwright/test';

/**
 * Every run begins on the same Wednesday morning, and time goes on from there: what is late, closed or due on Monday is
 * the same on every day that the tests run. In Electron the clock is the PC's own.
 */
const BEGIN = Date.parse('2026-11-25T10:00:00+01:00');
const OFFSET = BEGIN - Date.now();

export const offset = (): number => (test.info().project.name === 'electron' ? 0 : OFFSET);

/** ms UTC, as Kontor and its page have it. */
export const now = (): number => Date.now() + offset();

/** The first such weekday (0: Sunday) at least so many days ahead. */
export function dayAhead(weekday: number, atLeast: number): Date {
	const day = new Date(now() + atLeast * 86_400_000);
	while (day.getUTCDay() !== weekday) day.setUTCDate(day.getUTCDate() + 1);
	return day;
}

/** `dd.mm.yyyy` */
export function germanDate(day: Date): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${two(day.getUTCDate())}.${two(day.getUTCMonth() + 1)}.${day.getUTCFullYear()}`;
}

/** Runs inside Kontor and inside its page before anything else, so it refers to nothing outside. */
export function shiftDate(by: number): void {
	const RealDate = Date;
	globalThis.Date = class extends RealDate {
		constructor(...parts: unknown[]) {
			super(...((parts.length === 0 ? [RealDate.now() + by] : parts) as [number]));
		}
		static override now(): number {
			return RealDate.now() + by;
		}
	} as DateConstructor;
}
