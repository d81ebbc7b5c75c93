import fc from 'fast-check';

/** Random things to do at a desk. Numbers choose among whatever there is when the command is run. */
export type Command =
	| {
			readonly kind: 'step';
			readonly borrower: number | null;
			readonly out: readonly { readonly item: number; readonly inHouse: boolean; readonly due: number | null }[];
			readonly back: readonly {
				readonly line: number;
				readonly keep: number;
				readonly damage: 'none' | 'slight' | 'unusable';
				readonly isStale: boolean;
			}[];
			readonly deposit: number;
			readonly daysAgo: number;
			readonly reason: boolean;
	  }
	| { readonly kind: 'undo'; readonly step: number }
	| { readonly kind: 'extend'; readonly lines: readonly number[]; readonly days: number }
	| { readonly kind: 'deposit'; readonly loan: number; readonly what: 'paid' | 'returned' | 'kept'; readonly cents: number }
	| { readonly kind: 'state'; readonly item: number; readonly state: 'active' | 'maintenance' | 'missing' | 'retired' }
	| { readonly kind: 'test'; readonly item: number; readonly days: number }
	| { readonly kind: 'block'; readonly borrower: number; readonly isBlocked: boolean }
	| { readonly kind: 'days'; readonly days: number };

const chosen = fc.nat({ max: 40 });

const ITEMS = 6;
const line = fc.record({
	item: fc.nat({ max: ITEMS - 1 }),
	inHouse: fc.boolean(),
	due: fc.option(fc.oneof({ arbitrary: fc.integer({ min: 0, max: 30 }), weight: 12 }, fc.constantFrom(-3, 3000)), { freq: 2 }),
});

const step = fc.record({
	kind: fc.constant('step' as const),
	borrower: fc.option(chosen, { freq: 20 }),
	out: fc.oneof(
		{ arbitrary: fc.uniqueArray(line, { maxLength: 3, selector: ({ item }) => item }), weight: 12 },
		{ arbitrary: fc.array(line, { maxLength: 3 }), weight: 1 },
	),
	back: fc.array(
		fc.record({
			line: chosen,
			keep: fc.nat({ max: 3 }),
			damage: fc.constantFrom('none', 'none', 'none', 'none', 'slight', 'unusable'),
			isStale: fc.oneof({ arbitrary: fc.constant(false), weight: 20 }, fc.constant(true)),
		}),
		{ maxLength: 2 },
	),
	deposit: fc.constantFrom(0, 0, 500, 2000),
	daysAgo: fc.oneof({ arbitrary: fc.constant(0), weight: 12 }, fc.constantFrom(1, 4, -1)),
	reason: fc.boolean(),
});

export const command: fc.Arbitrary<Command> = fc.oneof(
	{ arbitrary: step, weight: 10 },
	{ arbitrary: fc.record({ kind: fc.constant('undo' as const), step: fc.nat({ max: 3 }) }), weight: 3 },
	{
		arbitrary: fc.record({
			kind: fc.constant('extend' as const),
			lines: fc.array(chosen, { minLength: 1, maxLength: 3 }),
			days: fc.constantFrom(-1, 0, 3, 10, 40, 3000),
		}),
		weight: 2,
	},
	{
		arbitrary: fc.record({
			kind: fc.constant('deposit' as const),
			loan: chosen,
			what: fc.constantFrom('paid' as const, 'returned' as const, 'kept' as const),
			cents: fc.constantFrom(1, 500, 2000),
		}),
		weight: 2,
	},
	{
		arbitrary: fc.record({
			kind: fc.constant('state' as const),
			item: chosen,
			state: fc.constantFrom(
				'active' as const,
				'active' as const,
				'maintenance' as const,
				'missing' as const,
				'retired' as const,
			),
		}),
		weight: 1,
	},
	{ arbitrary: fc.record({ kind: fc.constant('test' as const), item: chosen, days: fc.constantFrom(-5, 200) }), weight: 1 },
	{ arbitrary: fc.record({ kind: fc.constant('block' as const), borrower: chosen, isBlocked: fc.boolean() }), weight: 1 },
	{ arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 3, 20) }), weight: 2 },
);
