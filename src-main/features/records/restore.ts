import { ORPCError } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import { isSame } from '../../records/merge.ts';

/**
 * Bringing one record back to an earlier state goes through the step with which a person would type it: the same rules,
 * the same rights, the same words when it is refused. So this knows only which step that is.
 */
export interface RecordStep {
	/** Fields that it takes. */
	readonly accepted: ReadonlySet<string>;
	/** Throws what the step refuses with. */
	take(id: string, changes: Record<string, unknown>): Promise<void>;
}

/** What the backend's own procedures look like from the inside. */
// biome-ignore lint/suspicious/noExplicitAny: procedures of many shapes, each checked by its contract when it is called
export type OwnProcedures = Record<string, Record<string, (input: any) => Promise<unknown>>>;

const STEPS: Readonly<Record<string, readonly [feature: keyof typeof contract, procedure: string, more?: object]>> = {
	person: ['people', 'update'],
	case_file: ['cases', 'update'],
	contact: ['cases', 'updateContact'],
	todo: ['cases', 'updateTodo'],
	document: ['documents', 'update'],
	item: ['inventory', 'update'],
	borrower: ['borrowers', 'update'],
	damage: ['maintenance', 'update'],
	appointment: ['appointments', 'change', { scope: 'this' }],
};

/** `procedures` is asked for when a step is taken: it is made of all features. */
export function recordSteps(procedures: () => OwnProcedures): ReadonlyMap<string, RecordStep> {
	return new Map(
		Object.entries(STEPS).map(([table, [feature, name, more]]) => [
			table,
			{
				accepted: new Set(fieldsOf(feature, name)),
				async take(id, changes) {
					await procedures()[feature]?.[name]?.({ id, changes, ...more });
				},
			},
		]),
	);
}

/** The names in the `changes` of a step's input. */
function fieldsOf(feature: keyof typeof contract, name: string): string[] {
	// biome-ignore lint/suspicious/noExplicitAny: read from the contract's schemas, whatever their shapes
	const step = (contract[feature] as any)[name]['~orpc'].inputSchema;
	return Object.keys(step.shape.changes.shape);
}

/** What has to be set, and what differs and has steps of its own. */
export function splitChanges(
	past: Readonly<Record<string, unknown>>,
	present: Readonly<Record<string, unknown>>,
	{ accepted }: RecordStep,
): { changes: Record<string, unknown>; left: string[] } {
	const fields = Object.keys(past).filter((field) => !isSame(past[field] ?? null, present[field] ?? null));
	return {
		changes: Object.fromEntries(fields.filter((field) => accepted.has(field)).map((field) => [field, past[field]])),
		left: fields.filter((field) => !accepted.has(field)),
	};
}

/** Refusals that any record can meet go on as they are; those of one feature become one. */
export function asRefusal(error: unknown): unknown {
	if (!(error instanceof ORPCError)) return error;
	const isKnown = ['CLOSED', 'NOT_FOUND', 'NO_ACCESS', 'NOT_SIGNED_IN', 'DAMAGED'].includes(error.code);
	if (isKnown || error.code === 'INTERNAL_SERVER_ERROR') return error;
	return new ORPCError('NOT_ANY_MORE', { status: 409 });
}
