import { longDayOf } from '#renderer/i18n/days.ts';
import { type Block, placeOf } from './blocks.ts';
import type { texts } from './week-texts.ts';

type Words = (typeof texts)['de'];

/** What a block is called where there is room for all of it. */
export function titleOf(block: Block, t: Words): string {
	if (block.what === 'busy') return [t.counselling, ...block.busy.counsellorNames].join(' · ');
	if (block.what === 'appointment') {
		const { personNames, counsellorNames } = block.appointment;
		return t.appointment(personNames.join(' + '), counsellorNames.join(', '));
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
	return block.what === 'appointment' ? block.appointment.personNames.join(' + ') : titleOf(block, t);
}

/** What comes after the time, as far as there is room. */
export function besideOf(block: Block): string {
	const who = block.what === 'appointment' ? block.appointment.counsellorNames.map(familyName).join(', ') : null;
	return [who, placeOf(block)].filter(Boolean).join(' · ');
}

const familyName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
