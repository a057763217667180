import { defineContentScript } from '#imports';
import { startOverlay } from './start.tsx';

// Registered at run time for the sites that the agent turned on, and for nothing else (lib/sites.ts).
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  cssInjectionMode: 'manual',
  main: startOverlay,
});
