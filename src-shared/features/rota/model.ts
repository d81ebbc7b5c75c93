import { z } from 'zod';
import { MemberId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

/** The rota (Dienstplan): who opens and who closes the house. Who leads and helps in sessions stands with the sessions. */

export const DutyKind = z.enum(['open', 'close']);
export type DutyKind = z.infer<typeof DutyKind>;

/** One person on one duty. */
export const Duty = z.object({ day: LocalDate, kind: DutyKind, memberId: MemberId });
export type Duty = z.infer<typeof Duty>;

const Duties = z.array(Duty).max(100);
/** Who is on duty from now on, and who is not any more. */
export const DutyChange = z.object({ come: Duties, leave: Duties });
export type DutyChange = z.infer<typeof DutyChange>;
