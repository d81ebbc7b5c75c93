import { IconArchive, IconCircleCheck, IconQuestionMark, IconTool, IconUserShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { Item } from '#shared/features/inventory/model.ts';
import { fieldTexts } from './field-texts.ts';
import classes from './Inventory.module.css';

const ICONS = {
	active: IconCircleCheck,
	maintenance: IconTool,
	missing: IconQuestionMark,
	retired: IconArchive,
	out: IconUserShare,
};

/** The state as picture and word; the colour only repeats them. What is fine but out is not here to be had. */
export function ItemStateMark({ item: { id, state } }: { item: Pick<Item, 'state'> & { id?: Item['id'] } }) {
	const { state: words, out } = useTexts(fieldTexts);
	const isOut =
		useQuery({ ...api.lending.outItems.queryOptions(), select: (ids) => id !== undefined && ids.includes(id) }).data === true;
	const shown = isOut && state === 'active' ? 'out' : state;
	const Icon = ICONS[shown];
	return (
		<span className={classes.mark} data-tone={shown}>
			<Icon size="1.125rem" aria-hidden />
			<span>{shown === 'out' ? out : words[shown]}</span>
		</span>
	);
}
