import { connectFrame } from './warraq/frame.js';

const frame = document.querySelector('iframe');
const warraq = await connectFrame(frame);
warraq.addEventListener('resize', ({ detail }) => (frame.height = detail.height));
const article = document.querySelector('article');
const { entities } = await warraq.add([{ name: 'article.txt', blob: new Blob([article.innerText]) }]);
document.querySelector('output').textContent = entities.map(({ name }) => name).join('، ');
