import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const isCustomElement = (tag) => tag.startsWith('warraq-');

export default defineConfig({
  base: './',
  build: { target: 'es2023' },
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
