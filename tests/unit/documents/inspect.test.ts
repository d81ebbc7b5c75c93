import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspect } from '#main/features/documents/inspect.ts';
import { isRisky, previewOf } from '#shared/features/documents/model.ts';
import { pdf, png, pngBomb } from '#tests/support/document-files.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

const text = (of: string) => new TextEncoder().encode(of);
const bytes = (...of: number[]) => new Uint8Array([...of, ...new Array(64).fill(0)]);
const gif = (width: number, height: number) => {
	const file = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(64)]);
	file.writeUInt16LE(width, 6);
	file.writeUInt16LE(height, 8);
	return new Uint8Array(file);
};
/** Head of a JPEG of this size, and nothing after it. */
const jpeg = (width: number, height: number) => {
	const file = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108000000000301220002110103110100', 'hex');
	file.writeUInt16BE(height, 25);
	file.writeUInt16BE(width, 27);
	return new Uint8Array(Buffer.concat([file, Buffer.alloc(200)]));
};

describe('what may lie in a case file', () => {
	const kept: [name: string, content: Uint8Array, mediaType: string, preview: ReturnType<typeof previewOf>, risky: boolean][] = [
		['a.pdf', pdf('Text'), 'application/pdf', 'pdf', false],
		['ohne Endung', pdf('Text'), 'application/pdf', 'pdf', false],
		['a.png', png(), 'image/png', 'image', false],
		['a.jpg', jpeg(4000, 3000), 'image/jpeg', 'image', false],
		['a.gif', gif(10, 10), 'image/gif', 'image', false],
		['a.txt', text('Guten Tag, Grüße'), 'text/plain', 'text', false],
		['a.txt', new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65]), 'text/plain', 'text', false],
		['a.csv', text('Name;Ort\nA;B'), 'text/plain', 'text', false],
		['a.html', text('<!DOCTYPE html><p>'), 'text/html', null, true],
		['a.txt', text('  <html><script>alert(1)</script>'), 'text/html', null, true],
		['a.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml', null, true],
		['a.svg', text('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'image/svg+xml', null, true],
		['a.png.svg', text('\n<svg\n>'), 'image/svg+xml', null, true],
		['a.xml', text('<?xml version="1.0"?><rechnung/>'), 'application/xml', null, true],
		['a.docm', text('PK'), 'text/plain', 'text', true],
		['daten.bin', bytes(1, 2, 3, 4), 'application/octet-stream', null, true],
		['a.txt', new Uint8Array(Buffer.from('\ufeffUTF-16', 'utf16le')), 'application/octet-stream', null, true],
	];
	it.each(kept)('%s is kept as what it is', async (name, content, mediaType, preview, risky) => {
		expect(await inspect(name, content)).toEqual({ ok: true, value: mediaType });
		expect(previewOf(mediaType)).toBe(preview);
		expect(isRisky({ mediaType, fileName: name })).toBe(risky);
	});

	const refused: [name: string, content: Uint8Array, why: string][] = [
		['a.pdf', new Uint8Array(), 'empty'],
		['a.pdf', png(), 'mislabelled'],
		['a.pdf', text('%PDV-1.4'), 'mislabelled'],
		['a.jpg', png(), 'mislabelled'],
		['a.png', text('<svg/>'), 'mislabelled'],
		['a.png', pngBomb(), 'too_many_pixels'],
		['a.gif', gif(65_535, 65_535), 'too_many_pixels'],
		['a.jpg', jpeg(20_000, 20_000), 'too_many_pixels'],
		['a.png', png().slice(0, 20), 'broken_image'],
		['a.png', png(40, 0), 'broken_image'],
		['a.pdf.exe', pdf('x'), 'program'],
		['a.pdf', bytes(0x4d, 0x5a), 'program'],
		['a', bytes(0x7f, 0x45, 0x4c, 0x46), 'program'],
		['a', text('#!/usr/bin/env python\n'), 'program'],
		['a.JS', text('alert(1)'), 'program'],
		['a.lnk', bytes(0x4c, 0, 0, 0), 'program'],
		['a.hta', text('<html>'), 'program'],
	];
	it.each(refused)('%s is refused', async (name, content, why) => {
		expect(await inspect(name, content)).toEqual({ ok: false, error: why });
	});

	it('answers to any bytes at all, in little time', async () => {
		const random = seededRandom(5);
		const heads = [pdf('x'), png(), gif(5, 5), jpeg(5, 5), text('<svg'), bytes(0x50, 0x4b, 3, 4), bytes(0x52, 0x49, 0x46, 0x46)];
		for (let run = 0; run < 400; run++) {
			const head = heads[run % heads.length] ?? bytes();
			const content = new Uint8Array(Buffer.concat([head.subarray(0, run % 80), random.bytes(run * 3), deflateRawSync(head)]));
			const before = performance.now();
			await inspect('datei', content);
			expect(performance.now() - before).toBeLessThan(1000);
		}
	});
});
