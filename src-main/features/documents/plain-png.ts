import { crc32, deflateSync } from 'node:zlib';

/** A grey PNG, for the invented office and for tests. `shade` gives 0 (black) to 255 (white) for each point. */
export function plainPng(width: number, height: number, shade: (x: number, y: number) => number): Uint8Array {
	const rows = Buffer.alloc(height * (width + 1));
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = shade(x, y);
	}
	return pngOf(width, height, rows);
}

/** `rows` need not fit: what a head promises and what is there are two things. */
export function pngOf(width: number, height: number, rows: Uint8Array): Uint8Array {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	// Eight bits of grey.
	head[8] = 8;
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return new Uint8Array(
		Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]),
	);
}

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
