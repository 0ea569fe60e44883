import { copyFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The entry points that are Lambdas, but for the site, which the site's own build makes. */
export const entryPoints = ['api', 'care-api', 'on-change', 'on-clock'] as const;

/** Where the bundles are: one folder for each Lambda, with `index.js` in it. */
export const bundleFolder = here('../../dist/functions');

/** Bundles the entry points: one minified CommonJS file each, the SDK inside, so that a cold start reads one file. */
export async function buildBundles(names: readonly string[] = entryPoints): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      await rm(`${bundleFolder}/${name}`, { recursive: true, force: true });
      await build({
        entryPoints: [here(`../entrypoints/${name}.ts`)],
        outfile: `${bundleFolder}/${name}/index.js`,
        bundle: true,
        minify: true,
        platform: 'node',
        target: 'node24',
        format: 'cjs',
        mainFields: ['module', 'main'],
        alias: { '@aws-sdk/credential-provider-node': here('./environment-credentials.ts') },
        logLevel: 'error',
      });
    }),
  );
  if (names.includes('api')) await copyFile(here('../../docs/openapi.json'), `${bundleFolder}/api/openapi.json`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBundles();
