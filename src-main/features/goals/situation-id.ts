import type { LifeArea, Moment } from '#shared/features/goals/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { derivedId } from '../../records/derived-id.ts';

/** Of a case, a life area and a moment there is one situation, on whatever PC it is written. */
export const situationId = (caseId: CaseId, area: LifeArea, moment: Moment): string => derivedId(caseId, `${moment} ${area}`);
