import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { OpeningHours } from '#shared/features/site/opening-hours.ts';
import { type HoursValues, hoursOf, hoursProblems, hoursValues } from './hours/hours-values.ts';
import { texts } from './hours/texts.ts';

export type HoursForm = ReturnType<typeof useHoursForm>;

/** Opening hours while they are changed. `onTyped` learns what is not saved yet; null: nothing. */
export function useHoursForm(stored: OpeningHours, kept: HoursValues | null, onTyped: (typed: HoursValues | null) => void) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	/** Null: as it is stored, also when another PC changes that. */
	const [typed, setTyped] = useState(kept);
	/** The same, also inside of an event that changed it. */
	const newest = useRef(kept);
	const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
	const [tried, setTried] = useState(false);
	const values = typed ?? hoursValues(stored);
	const problems = hoursProblems(values);
	const hours = hoursOf(values);
	const usual = JSON.stringify(hoursOf(hoursValues(stored)));
	const save = useMutation(api.site.saveOpeningHours.mutationOptions());
	const take = (now: HoursValues | null) => {
		newest.current = now;
		setTyped(now);
		onTyped(now);
	};
	return {
		values,
		hours,
		isChanged: typed !== null && (hours === null || JSON.stringify(hours) !== usual),
		error: save.error,
		problem: (field: string) => {
			const found = problems[field];
			return found !== undefined && (tried || left.has(field)) ? t.problem[found] : undefined;
		},
		onLeave: (field: string) => setLeft((before) => new Set(before).add(field)),
		change: (changes: Partial<HoursValues>) => take({ ...(newest.current ?? values), ...changes }),
		/** From now on everything that does not fit says so. */
		markAll: () => setTried(true),
		/** True once nothing is left to save. What could not be saved stays typed. */
		save: async (): Promise<boolean> => {
			const sent = newest.current;
			const wanted = sent && hoursOf(sent);
			if (sent === null) return true;
			if (wanted === null) return false;
			try {
				if (JSON.stringify(wanted) !== usual) await save.mutateAsync(wanted);
				await queries.invalidateQueries({ queryKey: api.site.openingHours.key() });
			} catch {
				return false;
			}
			if (newest.current === sent) take(null);
			setLeft(new Set());
			setTried(false);
			return true;
		},
	};
}
