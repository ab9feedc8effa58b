import './warraq/element.js';

const article = document.querySelector('warraq-text');
const output = document.querySelector('output');
article.addEventListener('warraq-report', ({ detail: { entities } }) => {
  output.textContent = entities.map(({ name }) => name).join('، ');
});
article.addEventListener('warraq-select', ({ detail: { entity } }) => {
  output.textContent = `${entity.name}: ${entity.spellings.map(({ text }) => text).join('، ')}`;
});
