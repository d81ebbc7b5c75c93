import { z } from 'zod';
import { Page, procedure } from '#shared/contract-base.ts';
import { BorrowerId } from '#shared/kernel/ids.ts';
import { requiredText } from '#shared/kernel/text.ts';
import { Borrower, BorrowerFields, BorrowerRow } from './model.ts';

export const BorrowerList = z.object({
	/** Folded and matched against number, name, address, phone, e-mail. */
	text: z.string().max(200),
	/** lending: has something now · overdue: something of it is late · blocked: gets nothing at present. */
	filter: z.enum(['all', 'lending', 'overdue', 'blocked']),
	sort: z.object({ by: z.enum(['name', 'number', 'city', 'out']), descending: z.boolean() }),
});

export const borrowers = {
	list: procedure.input(BorrowerList.extend(Page.shape)).output(z.object({ rows: z.array(BorrowerRow), total: z.int() })),
	get: procedure.input(z.object({ id: BorrowerId })).output(Borrower),
	create: procedure.input(BorrowerFields).output(z.object({ id: BorrowerId, number: z.string() })),
	/** Only the given fields change. */
	update: procedure.input(z.object({ id: BorrowerId, changes: BorrowerFields.partial() })).output(z.void()),
	/** Null: lent to again. */
	block: procedure.input(z.object({ id: BorrowerId, reason: requiredText(200).nullable() })).output(z.void()),
	/** Undo is `restore`; somebody who still has something cannot be removed. */
	remove: procedure
		.input(z.object({ id: BorrowerId }))
		.output(z.void())
		.errors({ HAS_LOANS: { status: 409, data: z.object({ lines: z.int() }) } }),
	restore: procedure.input(z.object({ id: BorrowerId })).output(z.void()),
	/** Whom this could be already: same folded name and the same postcode, phone or e-mail, or one of them not known. */
	duplicates: procedure
		.input(
			z.object({
				id: BorrowerId.nullable(),
				firstName: z.string().max(120).nullable(),
				lastName: z.string().max(120),
				postcode: z.string().max(12).nullable(),
				phone: z.string().max(20).nullable(),
				email: z.string().max(200).nullable(),
			}),
		)
		.output(z.array(BorrowerRow)),
	exportCsv: procedure.input(BorrowerList).output(z.object({ fileName: z.string(), text: z.string() })),
};
