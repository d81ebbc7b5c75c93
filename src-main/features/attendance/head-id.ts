import { nameKey } from '#shared/features/attendance/model.ts';
import type { AttendanceId } from '#shared/kernel/ids.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { SessionKey } from './queries.ts';

/** Of somebody with a name: two PCs that tick off the same name while apart write one head, not two. */
export const headId = ({ offerId, ruleDay }: SessionKey, name: string): AttendanceId =>
	derivedId(offerId, `${ruleDay} ${nameKey(name)}`) as AttendanceId;
