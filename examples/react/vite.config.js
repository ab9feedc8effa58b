import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: { target: 'es2023' },
  oxc: { jsx: { runtime: 'automatic' } },
});
