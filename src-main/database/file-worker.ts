import { parentPort, workerData } from 'node:worker_threads';
import { doFileWork, type FileWork } from './file-work.ts';

/** Body of the worker thread behind `workOnFile`. */
const work = workerData as FileWork;
const done = doFileWork(work);
for (const key of Object.values(work)) if (key instanceof Uint8Array) key.fill(0);
parentPort?.postMessage(done);
