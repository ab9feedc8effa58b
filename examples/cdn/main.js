import { createAnalyzer } from 'warraq';

const article = document.querySelector('article');
const analyzer = createAnalyzer();
await analyzer.add({ name: 'article.txt', blob: new Blob([article.innerText]) });
const { entities } = await analyzer.report();
document.querySelector('output').textContent = entities.map(({ name }) => name).join('، ');
analyzer.close();
