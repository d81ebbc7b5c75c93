import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Clock, Ids, Random } from '#shared/kernel/environment.ts';

/** The real time, ids and randomness. */
export const systemClock: Clock = { now: () => Date.now() };
export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };
export const systemIds: Ids = { next: () => v7() };
