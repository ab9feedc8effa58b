import 'warraq/element';

const pressed = document.querySelector('#pressed');
document.querySelector('warraq-text').addEventListener('warraq-select', ({ detail: { entity } }) => {
  pressed.textContent = `${entity.name}: ${entity.count}`;
});
