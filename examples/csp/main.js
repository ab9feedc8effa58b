import './warraq/element.js';

const article = document.querySelector('article');
const element = document.querySelector('warraq-analyzer');
element.addEventListener('warraq-report', ({ detail: { entities } }) => {
  document.querySelector('output').textContent = entities.map(({ name }) => name).join('، ');
});
element.text = article.innerText;
