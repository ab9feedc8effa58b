/**
 * The worker: answers what the client asks.
 *
 * @module
 */
import { Service } from './service.js';

const service = new Service((answer, transfer) => self.postMessage(answer, { transfer }));

/** What is asked first is answered first, and only then are the tables and the model read that the first article needs. */
const REST_MS = 100;

self.onmessage = async ({ data }) => {
  await service.answer(data);
  if (data.type === 'start') setTimeout(() => service.prepare(), REST_MS);
};
