import { z } from 'zod';
import { Page, procedure } from '#shared/contract-base.ts';
import { BusinessContactId, BusinessId, BusinessSiteId, PersonId } from '#shared/kernel/ids.ts';
import { Business, BusinessContactFields, BusinessFields, BusinessRow, SiteFields } from './model.ts';

export const BusinessList = z.object({
	/** Folded and matched against name, branch, sites and contacts. */
	text: z.string().max(200),
	sort: z.object({ by: z.enum(['name', 'branch', 'updatedAt']), descending: z.boolean() }),
});

/** Whether it is the main one: true makes it so, false makes it the oldest again. */
const isMain = z.boolean();

export const businesses = {
	list: procedure.input(BusinessList.extend(Page.shape)).output(z.object({ rows: z.array(BusinessRow), total: z.int() })),
	/** CSV with BOM and semicolons, safe against formula injection. */
	exportCsv: procedure.input(BusinessList).output(z.object({ fileName: z.string(), text: z.string() })),
	get: procedure.input(z.object({ id: BusinessId })).output(Business),
	/** Those that somebody of the list of people speaks for. */
	ofPerson: procedure.input(z.object({ personId: PersonId })).output(z.array(BusinessRow)),
	/** With its first site and contact, as far as they are known. */
	create: procedure
		.input(z.object({ fields: BusinessFields, site: SiteFields.nullable(), contact: BusinessContactFields.nullable() }))
		.output(z.object({ id: BusinessId })),
	/** Only the given fields change. */
	update: procedure
		.input(
			z.object({
				id: BusinessId,
				changes: BusinessFields.partial(),
				/** The remarks that the changed ones were made from: what others wrote into them meanwhile stays. */
				base: z.object({ remarks: z.string().max(4000).nullable() }).optional(),
			}),
		)
		.output(z.void()),
	/** Undo is `restore`. */
	remove: procedure
		.input(z.object({ id: BusinessId }))
		.output(z.void())
		.errors({
			HAS_CASES: { status: 409 },
			/** Some that nobody has decided yet. */
			HAS_APPOINTMENTS: { status: 409 },
		}),
	restore: procedure.input(z.object({ id: BusinessId })).output(z.void()),
	/** Those this could be: the same folded name, and not plainly in another place. */
	duplicates: procedure
		.input(
			z.object({
				id: BusinessId.nullable(),
				name: z.string().max(160),
				postcode: z.string().max(12).nullable(),
				city: z.string().max(120).nullable(),
			}),
		)
		.output(z.array(BusinessRow)),

	addSite: procedure
		.input(z.object({ businessId: BusinessId, fields: SiteFields, isMain }))
		.output(z.object({ id: BusinessSiteId })),
	changeSite: procedure
		.input(z.object({ id: BusinessSiteId, changes: SiteFields.partial(), isMain: isMain.optional() }))
		.output(z.void()),
	removeSite: procedure.input(z.object({ id: BusinessSiteId })).output(z.void()),
	restoreSite: procedure.input(z.object({ id: BusinessSiteId })).output(z.void()),

	addContact: procedure
		.input(z.object({ businessId: BusinessId, fields: BusinessContactFields, isMain }))
		.output(z.object({ id: BusinessContactId })),
	changeContact: procedure
		.input(z.object({ id: BusinessContactId, changes: BusinessContactFields.partial(), isMain: isMain.optional() }))
		.output(z.void()),
	removeContact: procedure.input(z.object({ id: BusinessContactId })).output(z.void()),
	restoreContact: procedure.input(z.object({ id: BusinessContactId })).output(z.void()),
};
