/** The views by the first part of their addresses: see route.js. A script of its own, since the first screen does not wait for it. */

import { articlesView } from './articles.js';
import { compareView } from './compare.js';
import { concordanceView } from './concordance.js';
import { copiesView } from './copies.js';
import { datesView } from './dates.js';
import { frequenciesView } from './frequencies.js';
import { keynessView } from './keyness.js';
import { linesView } from './lines.js';
import { matrixView } from './matrix.js';
import { namesView } from './names.js';
import { networkView } from './network.js';
import { quotesView } from './quotes.js';
import { readerView } from './reader.js';
import { runsView } from './runs.js';
import { timeView } from './time.js';
import { versionsView } from './versions.js';
import { wordsView } from './words.js';

/** @type {Record<string, import('./view.d.ts').ViewMaker>} */
export const VIEWS = {
  articles: articlesView,
  reader: readerView,
  names: namesView,
  quotes: quotesView,
  words: wordsView,
  frequencies: frequenciesView,
  runs: runsView,
  keyness: keynessView,
  concordance: concordanceView,
  time: timeView,
  lines: linesView,
  dates: datesView,
  network: networkView,
  matrix: matrixView,
  copies: copiesView,
  compare: compareView,
  versions: versionsView,
};
