import { configure } from 'warraq/element';
import { createAnalyzer } from 'warraq/inline';

configure({ createAnalyzer }); // the core is in the script: from file:// nothing can be loaded

const article = document.querySelector('article');
const element = document.querySelector('warraq-analyzer');
element.addEventListener('warraq-report', ({ detail: { entities } }) => {
  document.querySelector('output').textContent = entities.map(({ name }) => name).join('، ');
});
element.text = article.innerText;
