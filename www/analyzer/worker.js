/**
 * The worker: answers what the client asks.
 *
 * @module
 */
import { Service } from './service.js';

const service = new Service((answer, transfer) => self.postMessage(answer, { transfer }));

self.onmessage = ({ data }) => service.answer(data);
