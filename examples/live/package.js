import { createAnalyzer } from 'warraq';

const analyzer = createAnalyzer();
const [article, names] = ['#article', '#names'].map((id) => document.querySelector(id));
document.querySelector('#read').addEventListener('click', read);

async function read() {
  analyzer.clear();
  try {
    await analyzer.add({ name: 'article.txt', blob: new Blob([article.value]) });
    const { entities } = await analyzer.report();
    show(entities.map(({ kind, name, count }) => `${name} (${kind}, ${count})`));
  } catch ({ code, message }) {
    show([`${code}: ${message}`]);
  }
}

function show(lines) {
  names.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
  );
}
