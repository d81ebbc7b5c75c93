import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { BusinessId, CaseId, ConsentId, PersonId, ReleaseId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { Consent, ConsentFields, ConsentPurpose, Release, ReleaseFields } from './model.ts';

/** dates: ends before it begins, was given in the future, or withdrawn before it was given · recipient: no such partner. */
const INVALID = { INVALID: { status: 400, data: z.object({ what: z.enum(['dates', 'recipient']) }) } };
const CLOSED = { CLOSED: { status: 409 } };

const { personId: _personId, businessId: _businessId, purpose: _purpose, ...AGREED } = ConsentFields.shape;
const GIVEN = { ...AGREED, purposes: z.array(ConsentPurpose).min(1).max(6) };

export const consents = {
	/** Newest first. */
	ofPerson: procedure.input(z.object({ personId: PersonId })).output(z.array(Consent)),
	ofBusiness: procedure.input(z.object({ businessId: BusinessId })).output(z.array(Consent)),
	/** One record for each purpose: each can be withdrawn for itself. Of a person or a business, not of both. */
	give: procedure
		.input(z.union([z.strictObject({ ...GIVEN, businessId: BusinessId }), z.strictObject({ ...GIVEN, personId: PersonId })]))
		.output(z.object({ ids: z.array(ConsentId) }))
		.errors(INVALID),
	/** Always possible, whatever became of the person's case files: it is their right. Null takes it back. */
	withdraw: procedure
		.input(z.object({ id: ConsentId, on: LocalDate.nullable() }))
		.output(z.void())
		.errors(INVALID),
	/** Where the paper is. */
	setEvidence: procedure.input(z.object({ id: ConsentId, evidence: ConsentFields.shape.evidence })).output(z.void()),
	/** Entered by mistake. Undo is `restore`. */
	remove: procedure.input(z.object({ id: ConsentId })).output(z.void()),
	restore: procedure.input(z.object({ id: ConsentId })).output(z.void()),

	/** Of a case, newest first. */
	releases: procedure.input(z.object({ caseId: CaseId })).output(z.array(Release)),
	addRelease: procedure
		.input(ReleaseFields.extend({ caseId: CaseId }))
		.output(z.object({ id: ReleaseId }))
		.errors({ ...CLOSED, ...INVALID }),
	/** Where the paper is. Nothing else of what somebody signed is ever changed: a wrong one is removed and entered again. */
	setReleaseEvidence: procedure
		.input(z.object({ id: ReleaseId, evidence: ReleaseFields.shape.evidence }))
		.output(z.void())
		.errors(CLOSED),
	/** With a day also in a closed file: withdrawing is the client's right. Null takes it back, in a file that is not closed. */
	withdrawRelease: procedure
		.input(z.object({ id: ReleaseId, on: LocalDate.nullable() }))
		.output(z.void())
		.errors({ ...CLOSED, ...INVALID }),
	removeRelease: procedure
		.input(z.object({ id: ReleaseId }))
		.output(z.void())
		.errors(CLOSED),
	restoreRelease: procedure
		.input(z.object({ id: ReleaseId }))
		.output(z.void())
		.errors(CLOSED),
};
