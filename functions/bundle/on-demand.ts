import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/**
 * Packages that code asks for by `await import()` become a file of their own beside the bundle, so that a cold start neither
 * holds nor reads them: `import('pinyin-pro')` becomes `import('./pinyin-pro.mjs')`.
 */
export function onDemand(folder: string): Plugin {
  return {
    name: 'on-demand',
    setup({ onResolve, onEnd }) {
      const asked = new Set<string>();
      onResolve({ filter: /^[a-z][\w.-]*$/ }, ({ path, kind }) => {
        if (kind !== 'dynamic-import') return undefined;
        asked.add(path);
        return { path: `./${path}.mjs`, external: true };
      });
      onEnd(async () => {
        await Promise.all([...asked].map((name) => buildPackage(name, folder)));
      });
    },
  };
}

async function buildPackage(name: string, folder: string): Promise<void> {
  await build({
    entryPoints: [name],
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    outfile: `${folder}/${name}.mjs`,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
}
