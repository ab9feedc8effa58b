// Warraq in a sandboxed frame of another origin.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openPage } from '../browser/harness.mjs';
import { NAMES, readdress, startHosts } from './host.mjs';

/** @type {Awaited<ReturnType<typeof startHosts>>} */
let hosts;
/** @type {string} */
let page;
before(async () => {
  hosts = await startHosts();
  page = await hosts.serve('frame');
  // A frame without an origin may load scripts from where anyone may.
  const frame = await hosts.serve('frame', { 'access-control-allow-origin': '*' });
  readdress('frame/index.html', { 'https://frame.example/': frame });
  readdress('frame/frame.js', { 'https://news.example': new URL(page).origin });
});
after(() => hosts.close());

test('the page and its frame speak, and the frame reads the article', async () => {
  const { page: opened, names, requests, errors } = await hosts.open(`${page}index.html`);
  assert.deepEqual(errors, []);
  for (const name of NAMES) assert.ok(names.includes(name), names);
  assert.equal(requests.filter((address) => address.endsWith('.wasm')).length, 1);
  const frame = opened.frameLocator('iframe');
  await frame.getByRole('tab', { name: 'الأسماء' }).click();
  await frame.getByRole('button', { name: 'بكين' }).waitFor();
  assert.ok(Number(await opened.locator('iframe').getAttribute('height')) > 200, 'it tells how high it is');
});

test('a page of another origin hears nothing and is not heard', async () => {
  const stranger = await hosts.serve('frame');
  const { page: opened } = await openPage(hosts.browser, `${stranger}frame.html`); // any page of its origin
  const heard = await opened.evaluate(
    async (address) => {
      /** @type {unknown[]} */
      const heard = [];
      addEventListener('message', ({ data }) => heard.push(data));
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = address;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => heard.push(data);
      frame.contentWindow?.postMessage({ warraq: 'connect' }, '*', [port2]);
      port1.postMessage({ id: 1, method: 'report', args: [] });
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return heard;
    },
    `${await hosts.serve('frame', { 'access-control-allow-origin': '*' })}frame.html`,
  );
  assert.deepEqual(heard, []);
});
