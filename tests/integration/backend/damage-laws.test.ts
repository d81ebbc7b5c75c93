import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMPTY_ITEM, type ItemState } from '#shared/features/inventory/model.ts';
import { type DamageKind, type DamageStage, isOpen } from '#shared/features/maintenance/model.ts';
import type { DamageId, ItemId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { foundedBackend, type TestBackend } from '#tests/support/test-backend.ts';

/**
 * Damage and the state of its item against a model, over random sequences of everything that can be done to either. The
 * law: an item is in maintenance for a damage exactly while one is open that makes it unusable and nobody has set its
 * state by hand meanwhile.
 */

type Command =
	| { readonly do: 'report'; readonly kind: DamageKind; readonly unusable: boolean }
	| { readonly do: 'stage'; readonly at: number; readonly to: DamageStage }
	| { readonly do: 'unusable'; readonly at: number; readonly to: boolean }
	| { readonly do: 'describe'; readonly at: number; readonly text: string }
	| { readonly do: 'remove' | 'restore'; readonly at: number }
	| { readonly do: 'hand'; readonly state: ItemState };

const at = fc.nat({ max: 5 });
const stages = fc.constantFrom<DamageStage>('found', 'parts', 'repairing', 'fixed', 'fixed', 'retired');
const command: fc.Arbitrary<Command> = fc.oneof(
	fc.record({
		do: fc.constant('report' as const),
		kind: fc.constantFrom<DamageKind>('broken', 'accessory', 'wear'),
		unusable: fc.boolean(),
	}),
	{ arbitrary: fc.record({ do: fc.constant('stage' as const), at, to: stages }), weight: 3 },
	fc.record({ do: fc.constant('unusable' as const), at, to: fc.boolean() }),
	fc.record({ do: fc.constant('describe' as const), at, text: fc.constantFrom('klemmt', 'lose', 'ä'.repeat(300)) }),
	fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), at }),
	fc.record({
		do: fc.constant('hand' as const),
		state: fc.constantFrom<ItemState>('active', 'maintenance', 'missing', 'retired'),
	}),
);

interface Case {
	readonly id: DamageId;
	readonly kind: DamageKind;
	unusable: boolean;
	stage: DamageStage;
	removed: boolean;
}

/** What should be: who decided last about the state, and about what. */
interface Model {
	readonly cases: Case[];
	/** Set by hand and not given back; null: damage decides. */
	hand: Exclude<ItemState, 'active'> | null;
	/** The case that retired it, and what `hand` was before. */
	retired: { by: Case; hand: Model['hand'] } | null;
}

const blocks = ({ cases }: Model) => cases.some(({ removed, unusable, stage }) => !removed && unusable && isOpen(stage));

function expectedState(model: Model): ItemState {
	if (model.retired) return 'retired';
	return model.hand ?? (blocks(model) ? 'maintenance' : 'active');
}

function follow(model: Model, one: Case, from: DamageStage, to: DamageStage): void {
	if (from === to) return;
	if (from === 'retired' && model.retired?.by === one) {
		model.hand = model.retired.hand;
		model.retired = null;
	} else if (to === 'retired' && one.kind !== 'accessory' && expectedStateBefore(model) !== 'retired') {
		model.retired = { by: one, hand: model.hand };
	}
}

const expectedStateBefore = (model: Model): ItemState => (model.retired ? 'retired' : (model.hand ?? 'active'));

async function run(pc: TestBackend, itemId: ItemId, model: Model, step: Command): Promise<void> {
	const { maintenance, inventory } = pc.client;
	if (step.do === 'report') {
		const found = { description: `Schaden ${model.cases.length}`, accessories: [], foundOn: '2026-03-09' as LocalDate };
		const { kind, unusable } = step;
		const { id } = await maintenance.report({ itemId, lineId: null, kind, unusable, ...found });
		model.cases.push({ id, kind, unusable, stage: 'found', removed: false });
		return;
	}
	if (step.do === 'hand') {
		const { state } = step;
		const before = expectedState(model);
		await inventory.setState({ id: itemId, state, reason: state === 'active' ? null : 'von Hand' });
		if (state === 'active' && before === 'maintenance')
			for (const one of model.cases) if (!one.removed && isOpen(one.stage)) one.unusable = false;
		model.hand = state === 'active' ? null : state;
		model.retired = null;
		return;
	}
	const one = model.cases[step.at];
	if (!one || (one.removed && step.do !== 'restore')) return;
	switch (step.do) {
		case 'stage':
			await maintenance.setStage({ id: one.id, stage: step.to, drop: [], putBack: [] });
			follow(model, one, one.stage, step.to);
			one.stage = step.to;
			return;
		case 'unusable':
			await maintenance.update({ id: one.id, changes: { unusable: step.to } });
			one.unusable = step.to;
			return;
		case 'describe':
			await maintenance.update({ id: one.id, changes: { description: step.text } });
			return;
		case 'remove':
			await maintenance.remove({ id: one.id });
			follow(model, one, one.stage, 'found');
			one.removed = true;
			return;
		case 'restore':
			if (!one.removed) return;
			await maintenance.restore({ id: one.id });
			follow(model, one, 'found', one.stage);
			one.removed = false;
	}
}

it('keeps items and damage in step, whatever is done in whatever order', async () => {
	const pc = await foundedBackend();
	await fc.assert(
		fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 30 }), async (commands) => {
			const { id: itemId } = await pc.client.inventory.create({ ...EMPTY_ITEM, name: 'Säge', number: null });
			const model: Model = { cases: [], hand: null, retired: null };
			for (const step of commands) {
				await run(pc, itemId, model, step);
				const { item } = await pc.client.inventory.get({ id: itemId });
				expect(item.state, `after ${JSON.stringify(step)}`).toBe(expectedState(model));
				const isOurs = item.state === 'maintenance' && item.stateDamageId !== null;
				expect(isOurs).toBe(blocks(model) && model.hand === null && model.retired === null);
				if (!isOurs) continue;
				const because = model.cases.find(({ id }) => id === item.stateDamageId);
				expect(because).toMatchObject({ unusable: true, removed: false });
				const { damage } = await pc.client.maintenance.get({ id: because?.id as DamageId });
				expect(damage.description.startsWith(item.stateReason ?? '?')).toBe(true);
			}
		}),
		{ numRuns: campaign(40, 200), seed: printedSeed('damage and state') },
	);
}, 600_000);
