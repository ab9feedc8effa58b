import { createAnalyzer } from 'warraq';
import wasmUrl from 'warraq/warraq.wasm'; // the loader `file` copies it and gives its address

const article = document.querySelector('article');
const analyzer = createAnalyzer({ wasmUrl });
await analyzer.add({ name: 'article.txt', blob: new Blob([article.innerText]) });
const { entities } = await analyzer.report();
document.querySelector('output').textContent = entities.map(({ name }) => name).join('، ');
analyzer.close();
