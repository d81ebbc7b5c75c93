import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { CaseFields, ContactFields } from '#shared/features/cases/model.ts';
import { EMPTY_PERSON, type PersonFields } from '#shared/features/people/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { PASSPHRASE, type TestBackend, type TestBackendOptions, testBackend } from './test-backend.ts';

/** PCs of one invented office around one share folder. A bug that only the log knows of fails the test. */
export interface Office {
	readonly root: string;
	readonly share: string;
	readonly clock: FakeClock;
	/** The same name again is the same data folder, after a restart. */
	pc(name: string, options?: Pick<TestBackendOptions, 'targetFor' | 'stopwatch'>): Promise<TestBackend>;
}

export type Client = TestBackend['client'];

export const SECOND = 1000;
export const HOUR = 60 * 60 * SECOND;
export const SIGN_IN_NAME = 'anna';

let seeds = 100;

export function office(): Office {
	const root = temporaryFolder();
	const share = join(root, 'Freigabe für alle');
	mkdirSync(share);
	const clock = fakeClock();
	return {
		root,
		share,
		clock,
		async pc(name, options = {}) {
			seeds += 1;
			const made = await testBackend({ ...options, clock, dataDir: join(root, name), seed: seeds });
			onTestFinished(() => expect(bugsIn(made), 'bugs in the log').toEqual([]));
			return made;
		},
	};
}

export const bugsIn = ({ log }: TestBackend): string[] => log.filter((line) => line.includes('"level":"bug"'));

/** A new site; its first member is signed in, counsels and administers. */
export async function newSite({ client }: TestBackend): Promise<{ groups: string[]; member: MemberId }> {
	const { kit } = await client.site.create({
		name: 'Kontaktcafé Süd',
		organisation: 'Nachbarschaft e. V.',
		deviceName: 'Tresen',
		memberName: 'Anna Müller',
		signInName: SIGN_IN_NAME,
		roles: ['counsellor'],
		passphrase: PASSPHRASE,
	});
	const member = (await client.site.status()).session?.member.id;
	if (!member) throw new Error('nobody is signed in after creating a site');
	return { groups: kit.groups, member };
}

export async function signIn({ client }: TestBackend, passphrase = PASSPHRASE): Promise<void> {
	await client.members.signIn({ signInName: SIGN_IN_NAME, passphrase });
}

/** Joins the only site on the share. */
export async function joinSite({ client }: TestBackend, folder: string, passphrase = PASSPHRASE): Promise<void> {
	const siteId = await onlySite({ client }, folder);
	await drain(client.site.join({ folder, siteId, signInName: 'Anna', passphrase, deviceName: 'Büro oben' }));
}

export async function onlySite({ client }: Pick<TestBackend, 'client'>, folder: string) {
	const { sites } = await client.share.inspect({ folder });
	if (!sites[0] || sites.length > 1) throw new Error(`${sites.length} sites on the share`);
	return sites[0].siteId;
}

/**
 * A whole exchange with the share that began after this call, and must succeed. A running one may have looked already:
 * the second to end from here on is one that has not. What arrives may be the reason for a repair, and every hour each
 * device says that it was seen: that leaves with the next one.
 */
export async function sync(pc: TestBackend): Promise<void> {
	for (let ended = 0; ended < 3; ended++) {
		const before = pc.clock.now();
		await pc.settle('exchange with the share', async () => ((await pc.client.share.status()).savedAt ?? 0) > before);
	}
	await pc.settle('the last changes to leave', async () => {
		const { problem, waitingChanges } = await pc.client.share.status();
		return problem !== null || waitingChanges === 0;
	});
	const { problem, alarms } = await pc.client.share.status();
	expect({ problem, alarms }).toEqual({ problem: null, alarms: [] });
}

/** The last value of a stream; rejects as the stream does. */
export async function drain<T>(stream: Promise<AsyncIterable<T>>): Promise<T | undefined> {
	let last: T | undefined;
	for await (const value of await stream) last = value;
	return last;
}

/** What a call was refused with, or `none`. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; defined: boolean; data: unknown }> {
	try {
		await call;
		return { code: 'none', defined: true, data: undefined };
	} catch (error) {
		const { code, defined, data } = error as { code?: string; defined?: boolean; data?: unknown };
		return { code: code ?? `not a refusal: ${String(error)}`, defined: defined ?? false, data };
	}
}

export const person = (fields: Partial<PersonFields> = {}): PersonFields => ({
	...EMPTY_PERSON,
	firstName: 'Fatma',
	lastName: 'Yılmaz',
	...fields,
});

export const caseOf = (ownerId: MemberId, fields: Partial<CaseFields> = {}): CaseFields => ({
	ownerId,
	deputyIds: [],
	openedOn: '2026-03-02' as LocalDate,
	programmeId: null,
	source: null,
	concern: null,
	...fields,
});

export const note = (fields: Partial<ContactFields> = {}): ContactFields => ({
	at: Date.UTC(2026, 2, 9, 8),
	duration: 30,
	kind: 'planned',
	topics: ['work'],
	text: 'Gespräch',
	nextStep: null,
	nextStepDue: null,
	...fields,
});

export const EVERYBODY = {
	text: '',
	filter: 'all',
	sort: { by: 'name', descending: false },
	offset: 0,
	limit: 500,
} as const;
