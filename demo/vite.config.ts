import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** `vite build --config demo/vite.config.ts`, from anywhere: paths are this file's. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  build: {
    outDir: fileURLToPath(new URL('../.output/demo', import.meta.url)),
    emptyOutDir: true,
    target: 'esnext',
    // CKEditor is one large chunk, loaded only where it is chosen.
    chunkSizeWarningLimit: 3000,
  },
});
