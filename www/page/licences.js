/** The licences of what the page is made of that others wrote: a file beside the page, or in it where it is one file. */

import { openDialog } from './dialog.js';
import { fill, h } from './dom.js';
import { t } from './language.js';

/** Shows them, asked for at this moment and not before. */
export async function openLicences() {
  const text = h('pre', {
    class: 'licences',
    lang: 'en',
    dir: 'ltr',
    tabindex: 0,
    'data-testid': 'licences',
  });
  openDialog(t('licences.title'), h('p', null, t('licences.lead')), text);
  try {
    const response = await fetch(new URL('LICENSES.txt', document.baseURI));
    if (!response.ok) throw new Error(String(response.status));
    fill(text, await response.text());
  } catch {
    text.replaceWith(h('p', { role: 'alert' }, t('licences.failed')));
  }
}
