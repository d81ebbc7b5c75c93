import { EMPTY_ROOM, RoomFields } from '#shared/features/rooms/model.ts';
import { mergeKind } from '../../records/kind.ts';
import { room } from './tables.ts';

export const roomKind = mergeKind({
	vault: 'office',
	table: room,
	fields: RoomFields,
	empty: { ...EMPTY_ROOM, name: '–' },
	texts: [],
});
