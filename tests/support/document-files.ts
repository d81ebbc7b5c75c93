import { plainPdf } from '#main/features/documents/plain-pdf.ts';
import { plainPng, pngOf } from '#main/features/documents/plain-png.ts';

/** Files as somebody brings them. */
export const pdf = (...lines: string[]): Uint8Array => plainPdf([{ lines }]);
export const png = (width = 40, height = 30): Uint8Array => plainPng(width, height, (x, y) => (x * 7 + y * 3) % 256);
/** A few bytes that say they are 30,000 × 30,000 points. */
export const pngBomb = (): Uint8Array => pngOf(30_000, 30_000, new Uint8Array(1000));
