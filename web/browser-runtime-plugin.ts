import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ownRuntime = fileURLToPath(new URL('./src/lib/locale/browser-runtime.ts', import.meta.url));

/** Gives the browser `browser-runtime.ts` wherever the site or a text asks for Paraglide's runtime. The server keeps the whole. */
export function browserRuntime(): Plugin {
  return {
    name: 'kaifong-browser-runtime',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId(source, importer) {
      const isRuntime =
        source === '#paraglide/runtime.js' || (source === '../runtime.js' && importer?.includes('/paraglide/'));
      return isRuntime ? ownRuntime : undefined;
    },
  };
}
