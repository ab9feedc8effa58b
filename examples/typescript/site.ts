// A site's TypeScript: compiled, not run. What must not be allowed is said to be an error, and is one.
import { AnalyzerError, createAnalyzer, version, type Analyzer, type Report } from 'warraq';
import { configure, WarraqText } from 'warraq/element';
import { connectFrame } from 'warraq/frame';
import { createAnalyzer as createInline } from 'warraq/inline';
import { layoutOf } from 'warraq/pdf';
import { loadCore } from 'warraq/wasm';

configure({ createAnalyzer: createInline, wasmUrl: new URL('https://news.example/warraq.wasm') });

export async function read(file: File): Promise<Report> {
  const analyzer: Analyzer = createAnalyzer({ pdf: layoutOf, settings: { keywords: 20 }, worker: false });
  try {
    await analyzer.add({ name: file.name, blob: file });
    const lines = await analyzer.ask('concordance', { pattern: { words: version } });
    lines.map(({ start, end }) => end - start);
    // @ts-expect-error there is no such question
    await analyzer.ask('weather', {});
    return await analyzer.report();
  } catch (error) {
    if (error instanceof AnalyzerError && error.code === 'no-arabic') console.log(error.file);
    throw error;
  }
}

// @ts-expect-error an option's type
createAnalyzer({ worker: 'no' });

const element = document.createElement('warraq-analyzer');
element.text = 'نص';
element.view = 'names';
element.report?.entities.map(({ kind }) => kind satisfies 'PER' | 'LOC' | 'ORG' | 'MISC');
document.querySelector('warraq-text') satisfies WarraqText | null;

export async function more(frame: HTMLIFrameElement) {
  const core = await loadCore();
  core.normalize('نص', 'match').length;
  // @ts-expect-error there is no such profile
  core.normalize('نص', 'other');
  return (await connectFrame(frame)).add([]);
}
