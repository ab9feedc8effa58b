// npm run fonts: www/font/, the letters that Arabic news is written with, taken out of two open fonts (SIL Open Font License 1.1).
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { main, root, say } from './run.mjs';

const FOLDER = join(root, 'www/font');
const FONTS = ['vazirmatn', 'noto-naskh-arabic'];

/** First and last of each run of characters; the same runs as `unicode-range` in www/style/font.css. */
const RUNS = [
  ...[[0x20], [0xab], [0xbb], [0x60c], [0x61b], [0x61f]], // space, and marks of punctuation
  ...[
    [0x621, 0x63a],
    [0x640, 0x656],
    [0x660, 0x66d],
    [0x670, 0x671],
  ], // Arabic, its marks and digits
  ...[[0x679], [0x67e], [0x686], [0x688], [0x691], [0x698], [0x6a4], [0x6a9], [0x6af], [0x6ba], [0x6be]], // Persian, Urdu
  ...[[0x6c0, 0x6c3], [0x6cc], [0x6d2, 0x6d4], [0x6f0, 0x6f9]],
  ...[[0x200c, 0x200f], [0xfdfa]], // joiners and marks of direction; blessing of the Prophet
];

await main(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const text = RUNS.flatMap(([first = 0, last = first]) =>
    Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)),
  ).join('');
  for (const name of FONTS) {
    const from = join(root, 'node_modules/@fontsource-variable', name);
    const whole = readFileSync(join(from, `files/${name}-arabic-wght-normal.woff2`));
    const subset = await subsetFont(whole, text, { targetFormat: 'woff2' });
    writeFileSync(join(FOLDER, `${name}.woff2`), subset);
    cpSync(join(from, 'LICENSE'), join(FOLDER, `${name}.LICENSE`));
    say(`www/font/${name}.woff2: ${whole.length} bytes became ${subset.length}`);
  }
});
