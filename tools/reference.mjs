// npm run reference: docs/API.md, made of the declarations of the package and the comments in them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { buildPackage } from './package.mjs';
import { main, root } from './run.mjs';

/** The chapters, and the declarations that each is made of, in `dist/npm/types/`. */
const CHAPTERS = [
  { title: "`import … from 'warraq'` and `'warraq/inline'`", files: ['analyzer/client', 'analyzer/error'] },
  {
    title: "`import … from 'warraq/element'`",
    files: ['element/analyzer', 'element/text', 'element/configure'],
  },
  { title: "`import … from 'warraq/frame'`", files: ['element/frame'] },
  { title: "`import … from 'warraq/wasm'`", files: ['analyzer/wasm', 'analyzer/core'] },
  { title: "`import … from 'warraq/pdf'`", files: ['analyzer/pdf'] },
  { title: 'Types, exported by each of them', files: ['analyzer/protocol'] },
];

/** From here on the protocol is between client and core. */
const INNER = '/** What the client asks of the worker';

/** A declaration at the top of a file, with the comment before it. */
const DECLARATION =
  /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\n)?(export (?:declare )?(?:class|interface) (\w+)[^]*?\n\}|export (?:declare )?(?:function|const|type) (\w+)[^]*?;)(?=\n[^\s}]|\s*$)/g;

/** @returns {Promise<string>} of the package that is in dist/npm/ */
export async function reference() {
  const chapters = CHAPTERS.map(({ title, files }) => `## ${title}\n\n${files.map(entriesOf).join('\n')}`);
  const text = `# API reference

Made of the package's declarations by \`npm run reference\`. Every \`start\` and \`end\` is in UTF-16 code units, end exclusive; every error is an
\`AnalyzerError\` with a \`code\`.

${chapters.join('\n')}`;
  const options = await resolveConfig(join(root, 'docs/API.md'));
  return format(text, { ...options, parser: 'markdown', proseWrap: 'preserve' });
}

/** @param {string} file */
function entriesOf(file) {
  const [text = ''] = readFileSync(join(root, `dist/npm/types/${file}.d.ts`), 'utf8').split(INNER);
  return [...text.matchAll(DECLARATION)]
    .filter(([, comment = '']) => !comment.includes('@internal') && !comment.includes('@typedef'))
    .filter(([, , code = '']) => !/ = import\(/.test(code)) // another name for what has its own entry
    .map(
      ([, comment = '', code = '', type, value]) =>
        `### ${type ?? value}\n\n${prose(comment)}\n\n${fenced(code)}`,
    )
    .join('\n');
}

/** What a comment says before its tags. @param {string} comment */
function prose(comment) {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, ''));
  const [text = ''] = lines.join('\n').split(/(?:^|\s)@\w+/);
  return text.trim();
}

/** A tag that says no more than the signature does. */
const MUTE =
  /\s*(?:\* )?@(?:param|returns|type|template) \{(?:[^{}]|\{[^{}]*\})*\}(?: \[?\w+\]?)?(?=\s*(?:\*\/|\n|@))/g;

/** @param {string} code */
function fenced(code) {
  const shown = code
    .replace(/^export (declare )?/, '')
    .replace(/^ *#private;\n/m, '')
    .replaceAll(/import\(["'][^"']+["']\)\./g, '')
    .replaceAll(/\/\*\*[^]*?\*\//g, (comment) =>
      comment.replaceAll(MUTE, '').replace(/(\n\s*\*)+(?=\n\s*\*\/)/, ''),
    )
    .replaceAll(/^ *\/\*+\s*\*\/\n/gm, '');
  return `\`\`\`ts\n${shown}\n\`\`\`\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(async () => {
    await buildPackage();
    writeFileSync(join(root, 'docs/API.md'), await reference());
  });
