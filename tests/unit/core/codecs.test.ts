import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#main/records/store.ts';
import {
	ledgerFolder,
	parseSequenceName,
	parseSiteFolder,
	parseSnapshotName,
	sequenceName,
	snapshotName,
} from '#main/share/layout.ts';
import { readSegment, type SegmentPlace, writeSegment } from '#main/share/segments.ts';
import {
	cryptoReady,
	decrypt,
	encrypt,
	hash,
	joinBytes,
	openSealed,
	sealingKeysFrom,
	sealTo,
	signingKeysFrom,
	utf8,
} from '#main/vaults/crypto.ts';
import { decodeCbor, encodeCbor, readEnvelope, writeEnvelope } from '#main/vaults/envelope.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { campaign } from '#tests/support/campaign.ts';
import { MONDAY } from '#tests/support/fake-clock.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

await cryptoReady;
const RUNS = { numRuns: campaign(60, 1000) };
const random = seededRandom(1);
const ids = fakeIds(3);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const anyBytes = fc.uint8Array({ maxLength: 200 });
const device = signingKeysFrom(random.bytes(32));
const stranger = signingKeysFrom(random.bytes(32));

/** Every single flipped bit and every shortened form of a file. */
function* damaged(file: Uint8Array): Generator<[string, Uint8Array]> {
	for (let bit = 0; bit < file.length * 8; bit++) {
		const copy = file.slice();
		copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
		yield [`bit ${bit}`, copy];
	}
	for (let length = 0; length < file.length; length++) yield [`first ${length} bytes`, file.slice(0, length)];
	yield ['one byte more', joinBytes(file, new Uint8Array(1))];
}

describe('CBOR payloads', () => {
	const Value = fc.letrec((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small' },
			fc.string({ unit: 'grapheme' }),
			fc.integer(),
			fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
			fc.boolean(),
			fc.constant(null),
			fc.array(tie('value'), { maxLength: 4 }),
			fc.dictionary(fc.string({ maxLength: 5 }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
		),
	})).value;

	it('come back as they were, and are the same bytes every time', () => {
		fc.assert(
			fc.property(Value, (value) => {
				const encoded = encodeCbor(value);
				expect(decodeCbor(encoded)).toEqual(value);
				expect(encodeCbor(decodeCbor(encoded))).toEqual(encoded);
			}),
			RUNS,
		);
	});

	it('refuse what is doubled, cut off or followed by something', () => {
		const encoded = encodeCbor({ a: 1, b: [true, 'x'] });
		for (let length = 0; length < encoded.length; length++) expect(() => decodeCbor(encoded.slice(0, length))).toThrow();
		expect(() => decodeCbor(joinBytes(encoded, encoded))).toThrow();
		expect(() => decodeCbor(Uint8Array.from([0xa2, 0x61, 0x61, 1, 0x61, 0x61, 2]))).toThrow();
		expect(() => decodeCbor(Uint8Array.from([0x9f, 1, 0xff]))).toThrow();
	});

	it('cannot give an object another prototype', () => {
		const decoded = decodeCbor(Uint8Array.from([0xa1, 0x69, ...utf8('__proto__'), 0xa1, 0x61, 0x61, 1]));
		expect((decoded as { a?: number }).a).toBeUndefined();
		expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
	});
});

describe('encryption', () => {
	it('opens under the same key and context only', () => {
		fc.assert(
			fc.property(bytes(32), bytes(32), anyBytes, anyBytes, anyBytes, (key, otherKey, context, otherContext, plaintext) => {
				const box = encrypt(key, context, plaintext, random);
				expect(decrypt(key, context, box)).toEqual(plaintext);
				if (!Buffer.from(key).equals(otherKey)) expect(decrypt(otherKey, context, box)).toBeNull();
				if (!Buffer.from(context).equals(otherContext)) expect(decrypt(key, otherContext, box)).toBeNull();
			}),
			RUNS,
		);
	});

	it('notices every flipped bit and every cut', () => {
		const key = random.bytes(32);
		const box = encrypt(key, utf8('place'), utf8('Miete'), random);
		for (const [what, changed] of damaged(box)) expect(decrypt(key, utf8('place'), changed), what).toBeNull();
	});

	it('seals to one key pair only, and notices every change', () => {
		const keys = sealingKeysFrom(random.bytes(32));
		const sealed = sealTo(keys.publicKey, utf8('Notiz'));
		expect(openSealed(keys, sealed)).toEqual(utf8('Notiz'));
		expect(openSealed(sealingKeysFrom(random.bytes(32)), sealed)).toBeNull();
		for (const [what, changed] of damaged(sealed)) expect(openSealed(keys, changed), what).toBeNull();
	});
});

describe('envelope', () => {
	it('gives back header and body, signed', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(fc.string(), fc.integer()), { noNullPrototype: true }),
				anyBytes,
				(header, body) => {
					const file = writeEnvelope(header, () => body, device.secretKey);
					const read = readEnvelope(file.bytes);
					if (!read.ok) throw new Error(read.error);
					expect(read.value.header).toEqual(header);
					expect(read.value.body).toEqual(body);
					expect(read.value.hash).toEqual(file.hash);
					expect(read.value.isSignedBy(device.publicKey)).toBe(true);
					expect(read.value.isSignedBy(stranger.publicKey)).toBe(false);
				},
			),
			RUNS,
		);
	});

	it('never passes for signed when a bit is flipped or bytes are missing', () => {
		const { bytes: file } = writeEnvelope({ type: 'test', n: 1 }, () => utf8('body'), device.secretKey);
		for (const [what, changed] of damaged(file)) {
			const read = readEnvelope(changed);
			expect(read.ok && read.value.isSignedBy(device.publicKey), what).toBe(false);
		}
	});

	it('reads any bytes without throwing', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
				expect(() => readEnvelope(joinBytes(utf8('KONTOR1\n'), tail))).not.toThrow();
			}),
			RUNS,
		);
	});
});

describe('segment', () => {
	const place: SegmentPlace = {
		site: ids.next() as SiteId,
		vault: 'counselling',
		device: ids.next() as DeviceId,
		seq: 7,
		prev: random.bytes(32),
	};
	const key = random.bytes(32);
	const epochKey = (epoch: number) => (epoch === 1 ? key : undefined);
	const SomeChange = fc.record({
		device: fc.constant(place.device),
		hlc: fc.integer({ min: 0, max: 0xffff }).map((n) => MONDAY.toString(16).padStart(12, '0') + n.toString(16).padStart(4, '0')),
		member: fc.constant(ids.next() as MemberId),
		tableName: fc.constantFrom('person', 'contact'),
		recordId: fc.uuid({ version: 7 }),
		kind: fc.constantFrom('merge' as const, 'append' as const, 'erase' as const),
		payload: anyBytes,
	});
	const write = (changes: readonly Change[], at: SegmentPlace = place) =>
		writeSegment(at, changes, { number: 1, key }, device.secretKey, random);

	it('gives back its changes', () => {
		fc.assert(
			fc.property(fc.array(SomeChange, { maxLength: 20 }), (changes) => {
				const { bytes: file, hash: name } = write(changes);
				expect(readSegment(file, place, device.publicKey, epochKey)).toEqual({ ok: true, value: { changes, hash: name } });
			}),
			RUNS,
		);
	});

	it('is refused at any other place, in another chain, from another device, without its key', () => {
		const { bytes: file } = write([]);
		const refusal = (at: Partial<SegmentPlace>) => {
			const read = readSegment(file, { ...place, ...at }, device.publicKey, epochKey);
			return read.ok ? 'believed' : read.error;
		};
		expect(refusal({ site: ids.next() as SiteId })).toBe('misplaced');
		expect(refusal({ vault: 'office' })).toBe('misplaced');
		expect(refusal({ device: ids.next() as DeviceId })).toBe('misplaced');
		expect(refusal({ seq: 8 })).toBe('misplaced');
		expect(refusal({ prev: new Uint8Array(32) })).toBe('chain_broken');
		expect(readSegment(file, place, stranger.publicKey, epochKey)).toEqual({ ok: false, error: 'bad_signature' });
		expect(readSegment(file, place, device.publicKey, () => undefined)).toEqual({ ok: false, error: 'no_key' });
		expect(readSegment(file, place, device.publicKey, () => random.bytes(32))).toEqual({ ok: false, error: 'undecryptable' });
	});

	it('notices every flipped bit and every cut', () => {
		const { bytes: file } = write([]);
		for (const [what, changed] of damaged(file))
			expect(readSegment(changed, place, device.publicKey, epochKey).ok, what).toBe(false);
	});
});

describe('names on the share', () => {
	it('come back as they were, in the order of what they count', () => {
		const Seq = fc.integer({ min: 1, max: 9_999_999_999 });
		fc.assert(
			fc.property(Seq, Seq, bytes(8), (a, b, content) => {
				const name = sequenceName(a, hash(content));
				expect(parseSequenceName(name)).toEqual({ seq: a, hashStart: Buffer.from(hash(content)).toString('hex').slice(0, 32) });
				expect(name < sequenceName(b, hash(content))).toBe(a < b);
			}),
		);
		const Time = fc.integer({ min: 0, max: Date.UTC(9999, 0) });
		fc.assert(
			fc.property(Time, Time, fc.uuid({ version: 7 }), (a, b, by) => {
				const name = snapshotName(a, by as DeviceId);
				expect(parseSnapshotName(name)).toEqual({ takenAt: a - (a % 1000), device: by });
				if (a + 1000 < b) expect(name < snapshotName(b, by as DeviceId)).toBe(true);
				expect(name).toMatch(/^[0-9a-z-]+$/);
			}),
		);
		const site = ids.next() as SiteId;
		expect(parseSiteFolder(ledgerFolder(site).split('/')[0] ?? '')).toBe(site);
	});

	it.each([
		'',
		'tmp-0011',
		'0000000001',
		'1-aa',
		'0000000001-XYZ',
		`0000000001-${'a'.repeat(33)}`,
		`0000000001-${'a'.repeat(32)} (conflicted copy)`,
	])('%s is not a sequence name', (name) => expect(parseSequenceName(name)).toBeNull());

	it.each(['kontor-', 'kontor-1234', 'other', 'KONTOR-019d0000-0000-7000-a000-000000000000'])('%s is not a site', (name) =>
		expect(parseSiteFolder(name)).toBeNull(),
	);
});
