import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '#renderer/rpc/api.ts';
import { LendingRules } from '#shared/features/lending/model.ts';
import { changedRules, fitsRule, type RulesValues } from './rules-values.ts';

export type RulesForm = ReturnType<typeof useRulesForm>;

const FIELDS = LendingRules.keyof().options;

/** The rules while they are changed. `onTyped` learns what is not saved yet. */
export function useRulesForm(stored: LendingRules, kept: Partial<RulesValues>, onTyped: (typed: Partial<RulesValues>) => void) {
	const queries = useQueryClient();
	/** What was typed here; the rest is as it is stored, also when another PC changes that. */
	const [typed, setTyped] = useState(kept);
	/** The same, also inside of an event that changed it. */
	const newest = useRef(kept);
	const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
	const values: RulesValues = { ...stored, ...typed };
	const changes = changedRules(stored, values);
	const save = useMutation(api.lending.saveRules.mutationOptions());
	const take = (now: Partial<RulesValues>) => {
		newest.current = now;
		setTyped(now);
		onTyped(now);
	};
	return {
		values,
		isChanged: changes === null || Object.keys(changes).length > 0,
		error: save.error,
		isWrong: (field: keyof LendingRules) => left.has(field) && !fitsRule(field, values[field]),
		onLeave: (field: keyof LendingRules) => setLeft((before) => new Set(before).add(field)),
		set: (field: keyof LendingRules, value: string | number) => take({ ...newest.current, [field]: value }),
		/** From now on everything that does not fit says so. */
		markAll: () => setLeft(new Set(FIELDS)),
		/** True once nothing is left to save. What could not be saved stays typed. */
		save: async (): Promise<boolean> => {
			const sent = newest.current;
			const wanted = changedRules(stored, { ...stored, ...sent });
			if (wanted === null) return false;
			try {
				if (Object.keys(wanted).length > 0) await save.mutateAsync(wanted);
				await queries.invalidateQueries({ queryKey: api.lending.rules.key() });
			} catch {
				return false;
			}
			if (newest.current === sent) take({});
			setLeft(new Set());
			return true;
		},
	};
}
