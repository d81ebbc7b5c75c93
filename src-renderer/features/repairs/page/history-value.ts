import { formatMoney } from '#renderer/i18n/money.ts';
import { ElectricalTest, RepairCategory, RepairPart, type RepairPower, Standing } from '#shared/features/repairs/model.ts';
import { categoryName } from '../category-name.ts';
import type { texts } from '../texts.ts';
import type { pageTexts } from './texts.ts';

/** What a value of the history says; undefined where it says it itself. */
export function historyValue(
	field: string,
	value: unknown,
	words: (typeof texts)['de'],
	t: (typeof pageTexts)['de'],
): string | undefined {
	switch (field) {
		case 'standing': {
			const standing = Standing.safeParse(value).data;
			if (!standing) return undefined;
			const { stage, result, barrier } = standing;
			if (result === null) return words.stage[stage];
			return [t.standingDone(words.result[result]), barrier !== null && words.barrier[barrier]].filter(Boolean).join(', ');
		}
		case 'electricalTest': {
			const test = ElectricalTest.safeParse(value).data;
			return test && words.test[test.result];
		}
		case 'category': {
			const category = RepairCategory.safeParse(value).data;
			return category === undefined ? undefined : categoryName(category);
		}
		case 'parts':
			return RepairPart.array()
				.safeParse(value)
				.data?.map(({ name }) => name)
				.join(', ');
		case 'power':
			return words.power[value as RepairPower];
		case 'donationCents':
			return formatMoney(Number(value));
		default:
			return undefined;
	}
}
