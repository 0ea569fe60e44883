import { copyFile, cp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The entry points: one Lambda each. The site's is made of what the site's own build left. */
export const entryPoints = ['api', 'care-api', 'on-change', 'on-clock', 'care-on-clock', 'roster', 'site'] as const;

/** Where the bundles are: one folder for each Lambda, with `index.mjs` in it. */
export const bundleFolder = here('../../dist/functions');

/** What the SDK's packages of old style ask for. */
const requireForPackages = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/**
 * Bundles the entry points, minified, the SDK inside. What code asks for by `await import()` is a part beside `index.mjs`, so that a
 * cold start neither holds nor reads it.
 */
export async function buildBundles(names: readonly string[] = entryPoints): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      await rm(`${bundleFolder}/${name}`, { recursive: true, force: true });
      await build({
        entryPoints: { index: here(`../entrypoints/${name}.ts`) },
        outdir: `${bundleFolder}/${name}`,
        outExtension: { '.js': '.mjs' },
        chunkNames: 'part-[hash]',
        format: 'esm',
        splitting: true,
        bundle: true,
        minify: true,
        // Chinese as it is takes half of what its escapes take.
        charset: 'utf8',
        platform: 'node',
        target: 'node24',
        banner: { js: requireForPackages },
        mainFields: ['module', 'main'],
        alias: {
          '@aws-sdk/credential-provider-node': here('./environment-credentials.ts'),
          'site-server': here('../../web/build/adapter-node.js'),
        },
        logLevel: 'error',
      });
    }),
  );
  if (names.includes('site')) {
    await cp(here('../../web/build/prerendered'), `${bundleFolder}/site/prerendered`, { recursive: true });
  }
  if (names.includes('api')) await copyFile(here('../../docs/openapi.json'), `${bundleFolder}/api/openapi.json`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBundles();
