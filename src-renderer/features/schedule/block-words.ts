import { longDayOf } from '#renderer/i18n/days.ts';
import { type Block, placeOf } from './blocks.ts';
import type { texts } from './week-texts.ts';

type Words = (typeof texts)['de'];

/** What has become of an appointment; one that is still planned has none of these. */
type Became = 'arrived' | 'attended' | 'no_show';
const MARKS: Readonly<Record<Became, string>> = { arrived: '●', attended: '✓', no_show: '✗' };

/** What a block is called where there is room for all of it. */
export function titleOf(block: Block, t: Words): string {
	if (block.what === 'busy') return [t.counselling, ...block.busy.counsellorNames].join(' · ');
	if (block.what === 'appointment') {
		const { clientNames, counsellorNames, state } = block.appointment;
		const words = t.appointment(clientNames.join(' + '), counsellorNames.join(', '));
		return state in t.became ? `${words} (${t.became[state as Became]})` : words;
	}
	const { name, state, isMoved } = block.session;
	const mark = state === 'cancelled' ? t.cancelled : isMoved ? t.moved : null;
	return mark === null ? name : `${name} (${mark})`;
}

/** What a screen reader says of it. */
export function spokenName(block: Block, t: Words): string {
	return t.block(titleOf(block, t), longDayOf(block.day), block.from, block.until, placeOf(block) ?? '');
}

/** What stands first where there is little room: in a calendar full of counselling, whose it is says most. */
export function shortTitleOf(block: Block, t: Words): string {
	if (block.what === 'busy') return block.busy.counsellorNames.map(familyName).join(', ');
	if (block.what === 'session') return titleOf(block, t);
	const { clientNames, state } = block.appointment;
	return `${state in MARKS ? `${MARKS[state as Became]} ` : ''}${clientNames.join(' + ')}`;
}

/** What comes after the time, as far as there is room. */
export function besideOf(block: Block): string {
	const who = block.what === 'appointment' ? block.appointment.counsellorNames.map(familyName).join(', ') : null;
	return [who, placeOf(block)].filter(Boolean).join(' · ');
}

const familyName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
