import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Role } from '#shared/features/members/model.ts';
import { NO_ADDRESS } from '#shared/features/site/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { burgle } from '#tests/support/burglary.ts';
import { type Canaries, createCanaries } from '#tests/support/canary.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { add, newSiteOfAdministrator, START } from '#tests/support/newcomer.ts';
import { caseOf, drain, note, type Office, office, person, sync } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/**
 * Separation holds by keys and not by what Kontor shows: a process of its own gets the whole disk of a PC at which
 * everybody has worked, the whole share and one member's passphrases, and opens all it can.
 */

type Members = Record<string, Role[]>;
const BY_CARL: Members = {
	Anna: ['counsellor'],
	Berta: ['counsellor', 'administrator'],
	Vera: ['volunteer'],
	Karl: ['coordinator', 'volunteer'],
	Doris: ['administrator'],
};
/** Who adds them has the key of the case files in hand. */
const BY_BERTA: Members = { Lena: ['coordinator'], Max: ['volunteer'], Nora: ['administrator', 'coordinator', 'volunteer'] };
const own = (name: string) => `${name} weiß es ganz allein`;

interface Said {
	readonly office: string[];
	readonly counselling: string[];
	/** Private notes and drafts, by who wrote them. */
	readonly secret: Record<string, string[]>;
}

async function enter({ client }: TestBackend, name: string): Promise<void> {
	await client.members.signIn({ signInName: name, passphrase: own(name) });
}

/** One shared PC; its founder administers and does nothing else. */
async function sharedPc(place: Office): Promise<TestBackend> {
	const pc = await place.pc('Tresen');
	const { client } = pc;
	await newSiteOfAdministrator(pc, place.share, own('Carl'));
	const ids = await takeIn(pc, BY_CARL);
	await enter(pc, 'Anna');
	await client.members.giveAccess({ id: ids.get('Berta') as MemberId });
	await enter(pc, 'Berta');
	await takeIn(pc, BY_BERTA);
	return pc;
}

/** Added by whoever is signed in; each then signs in there and chooses a passphrase. */
async function takeIn(pc: TestBackend, members: Members): Promise<ReadonlyMap<string, MemberId>> {
	const { client } = pc;
	const ids = new Map<string, MemberId>();
	for (const [name, roles] of Object.entries(members)) ids.set(name, await add(pc, name, roles));
	for (const name of Object.keys(members)) {
		await client.members.signIn({ signInName: name, passphrase: START });
		await client.members.changePassphrase({ current: START, next: own(name) });
		await sync(pc);
	}
	return ids;
}

async function workInCaseFiles(pc: TestBackend, name: string, { next }: Canaries, said: Said): Promise<void> {
	const { client } = pc;
	await enter(pc, name);
	await pc.settle('the case files', async () => (await client.site.status()).session?.vaults.includes('counselling') ?? false);
	const typed = (list: string[]) => {
		const text = next();
		list.push(text);
		return text;
	};
	const member = (await client.site.status()).session?.member.id as MemberId;
	const { counselling } = said;
	const secret = said.secret[name] ?? [];
	said.secret[name] = secret;
	const { id: personId } = await client.people.create(person({ lastName: typed(counselling), remarks: typed(counselling) }));
	const { id: caseId } = await client.cases.open({ ...caseOf(member, { concern: typed(counselling) }), personId });
	await client.cases.addContact({ ...note({ text: typed(counselling) }), caseId, privateNote: typed(secret) });
	await client.cases.addTodo({ subject: typed(counselling), due: null, ownerId: member, caseId });
	await client.cases.get({ id: caseId });
	await client.records.saveDraft({ key: 'person:new', text: typed(secret) });
	await drain(client.share.backUpNow());
}

it('opens case files with a counsellor’s passphrase only, whatever else somebody has', async () => {
	const place = office();
	const canaries = createCanaries(seededRandom(23));
	const said: Said = { office: [], counselling: [], secret: {} };
	const pc = await sharedPc(place);
	await workInCaseFiles(pc, 'Anna', canaries, said);
	await workInCaseFiles(pc, 'Berta', canaries, said);
	// Not yet cut into a segment, and never on the share.
	renameSync(place.share, `${place.share} weg`);
	const unsent = canaries.next();
	said.counselling.push(unsent);
	await pc.client.people.create(person({ lastName: unsent }));
	await pc.settle('the share to be missed', async () => (await pc.client.share.status()).problem === 'unreachable');
	await pc.client.members.lock();
	renameSync(`${place.share} weg`, place.share);
	await enter(pc, 'Doris');
	said.office.push(canaries.next());
	await pc.client.site.updateProfile({
		name: said.office[0] ?? '',
		organisation: 'Nachbarschaft e. V.',
		...NO_ADDRESS,
		lockAfterMinutes: 10,
	});
	await sync(pc);
	for (const name of ['Vera', 'Karl', 'Doris', ...Object.keys(BY_BERTA)]) {
		await enter(pc, name);
		await sync(pc);
	}
	await pc.backend.dispose();

	const disk = join(place.root, 'Abbild');
	cpSync(pc.dataDir, disk, { recursive: true });
	const loot = { disks: [disk], share: place.share, scratch: join(place.root, 'Werkbank') };
	const { pattern } = canaries;
	expect(await burgle({ loot, pattern })).toEqual({ opened: {}, texts: [] });

	/** How many of a vault's files there are on the share. */
	const there = (vault: string, what: RegExp) =>
		filesBelow(place.share).filter((path) => path.includes(`/${vault}/`) && what.test(path)).length;
	const allOf = (vault: string) => ({
		[`${vault} file`]: 1,
		[`${vault} segment`]: there(vault, /feeds/),
		[`${vault} snapshot`]: there(vault, /manifest$/),
		[`${vault} file: outgoing segment`]: there(vault, /feeds/),
	});
	const everybodys = { ...allOf('office'), 'workshop file': 1, 'workshop snapshot': there('workshop', /manifest$/) };

	for (const name of ['Carl', 'Vera', 'Karl', 'Doris', ...Object.keys(BY_BERTA)]) {
		const booty = await burgle({ loot, pattern, person: { signInName: name, passphrases: [START, own(name)] } });
		expect({ name, ...booty }).toEqual({ name, opened: everybodys, texts: said.office });
	}
	for (const name of ['Anna', 'Berta']) {
		const booty = await burgle({ loot, pattern, person: { signInName: name, passphrases: [START, own(name)] } });
		// Everything, and of what is sealed to one person the own part.
		const texts = [...said.office, ...said.counselling, ...(said.secret[name] ?? [])].sort();
		const opened = { ...everybodys, ...allOf('counselling'), 'sealed in contact': 1, 'sealed in draft': 1 };
		expect({ name, ...booty }).toEqual({ name, opened, texts });
	}
	expect(there('counselling', /feeds/)).toBeGreaterThan(1);
	expect(there('counselling', /manifest$/)).toBeGreaterThan(1);
}, 300_000);
