import type { Ids } from '#shared/kernel/environment.ts';
import { sampleOfferWriter } from './features/offers/sample-offers.ts';
import { sampleRoomWriter } from './features/rooms/sample-rooms.ts';
import { writeSampleDuties } from './features/rota/sample-duties.ts';
import type { SampleWriters } from './features/site/sample-service.ts';

/** Part of the composition root: rooms, offers and duties of the sample office are each written by their own feature. */
export function sampleProgrammeWriter(ids: Ids): SampleWriters['writeProgramme'] {
	const writeRooms = sampleRoomWriter(ids);
	const writeOffers = sampleOfferWriter(ids);
	return (session, { rooms, offers, duties }, members, author) => {
		const roomIds = writeRooms(session, rooms, author);
		writeOffers(session, offers, { rooms: roomIds, members }, author);
		writeSampleDuties(session, duties, members);
		return roomIds.filter((_, index) => rooms[index]?.forCounselling);
	};
}
