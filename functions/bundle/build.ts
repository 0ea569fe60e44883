import { copyFile, cp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onDemand } from './on-demand.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The entry points: one Lambda each. The site's is made of what the site's own build left. */
export const entryPoints = ['api', 'care-api', 'on-change', 'on-clock', 'care-on-clock', 'roster', 'site'] as const;

/** Where the bundles are: one folder for each Lambda, with the one file in it that a cold start reads. */
export const bundleFolder = here('../../dist/functions');

const esModule = { format: 'esm' as const, external: ['node:*'] };

/** Bundles the entry points: one minified file each, the SDK inside, so that a cold start reads one file; and beside it what is loaded on demand. */
export async function buildBundles(names: readonly string[] = entryPoints): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      await rm(`${bundleFolder}/${name}`, { recursive: true, force: true });
      await build({
        entryPoints: [here(`../entrypoints/${name}.ts`)],
        outfile: `${bundleFolder}/${name}/index.${name === 'site' ? 'mjs' : 'cjs'}`,
        bundle: true,
        minify: true,
        // Chinese as it is takes half of what its escapes take.
        charset: 'utf8',
        platform: 'node',
        target: 'node24',
        // The site awaits its own start at the top, which CommonJS cannot.
        ...(name === 'site' ? esModule : { format: 'cjs' }),
        mainFields: ['module', 'main'],
        alias: {
          '@aws-sdk/credential-provider-node': here('./environment-credentials.ts'),
          'site-server': here('../../web/build/adapter-node.js'),
        },
        ...(name !== 'site' && { plugins: [onDemand(`${bundleFolder}/${name}`)] }),
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
