import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type ApplicationFields,
	dueOn,
	figuresOf,
	isOver,
	moveTo,
	Outcome,
	Reply,
	STAGES,
	stageOf,
} from '#shared/features/applications/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';

/** Where job applications stand, and what they add up to. */

const runs = { seed: printedSeed('applications'), numRuns: campaign(500, 10_000) };
const TODAY = '2026-11-25' as LocalDate;
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}` as LocalDate);
const standing = fc.record({
	sentOn: fc.option(day),
	reply: fc.constantFrom(...Reply.options),
	repliedOn: fc.option(day),
	outcome: fc.constantFrom(...Outcome.options),
	interviewsOn: fc.array(day, { maxLength: 3 }),
});
const stage = fc.constantFrom(...STAGES);
const PLAIN: ApplicationFields = {
	...{ employer: 'Bäckerei', position: null, channel: null, foundThrough: null, sentOn: null, reply: 'none', repliedOn: null },
	...{ interviewsOn: [], outcome: 'open', reason: null, nextStep: null, nextStepDue: null },
};

describe('moving an application', () => {
	it('brings it to where it was moved, wherever it was', () => {
		fc.assert(
			fc.property(standing, stage, (before, wanted) => {
				expect(stageOf({ ...before, ...moveTo(wanted, before, TODAY) })).toBe(wanted);
			}),
			runs,
		);
	});

	it('keeps what happened: days that are known, and interviews', () => {
		fc.assert(
			fc.property(standing, stage, (before, wanted) => {
				const after = { ...before, ...moveTo(wanted, before, TODAY) };
				expect(after.interviewsOn).toEqual(before.interviewsOn);
				if (wanted === 'planned') return;
				if (before.sentOn !== null) expect(after.sentOn).toBe(before.sentOn);
				if (before.repliedOn !== null) expect(after.repliedOn).toBe(before.repliedOn);
			}),
			runs,
		);
	});

	it('keeps the invitation of who was invited and then turned down', () => {
		const invited = { ...PLAIN, ...moveTo('invited', PLAIN, TODAY) };
		const rejected = { ...invited, ...moveTo('rejected', invited, TODAY) };
		expect(rejected).toMatchObject({ sentOn: TODAY, repliedOn: TODAY, reply: 'invitation', outcome: 'rejected' });
		expect(figuresOf([rejected])).toEqual({ sent: 1, invitations: 1, offers: 0, hired: 0, waiting: 0 });
		expect(moveTo('rejected', PLAIN, TODAY).reply).toBe('rejection');
	});
});

describe('the figures', () => {
	it('narrow from sent to hired, and add up over any parts', () => {
		fc.assert(
			fc.property(fc.array(standing), fc.array(standing), (some, others) => {
				const { sent, invitations, offers, hired, waiting } = figuresOf([...some, ...others]);
				expect(sent).toBeGreaterThanOrEqual(invitations);
				expect(invitations).toBeGreaterThanOrEqual(offers);
				expect(offers).toBeGreaterThanOrEqual(hired);
				expect(sent).toBeGreaterThanOrEqual(waiting);
				const [a, b] = [figuresOf(some), figuresOf(others)];
				expect({ sent, invitations, offers, hired, waiting }).toEqual({
					sent: a.sent + b.sent,
					invitations: a.invitations + b.invitations,
					offers: a.offers + b.offers,
					hired: a.hired + b.hired,
					waiting: a.waiting + b.waiting,
				});
			}),
			runs,
		);
	});

	it('count an interview as an invitation, and nothing that was never sent', () => {
		expect(figuresOf([{ ...PLAIN, sentOn: TODAY, interviewsOn: [TODAY] }]).invitations).toBe(1);
		expect(figuresOf([{ ...PLAIN, reply: 'offer' }])).toEqual({ sent: 0, invitations: 0, offers: 0, hired: 0, waiting: 0 });
	});
});

it('is due at the next interview or step, and never once it is over', () => {
	const due = (more: Partial<ApplicationFields>) => dueOn({ ...PLAIN, ...more }, TODAY);
	const before = '2026-11-20' as LocalDate;
	const after = '2026-11-26' as LocalDate;
	const later = '2026-12-01' as LocalDate;
	expect(due({})).toBeNull();
	expect(due({ nextStepDue: before })).toBe(before);
	expect(due({ interviewsOn: [before] })).toBeNull();
	expect(due({ interviewsOn: [later, TODAY], nextStepDue: after })).toBe(TODAY);
	for (const wanted of STAGES.filter(isOver))
		expect(dueOn({ ...PLAIN, nextStepDue: before, ...moveTo(wanted, PLAIN, TODAY) } as ApplicationFields, TODAY)).toBeNull();
});
