import { copyFile, cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputAsset, type OutputChunk, type OutputOptions, rolldown } from 'rolldown';
import { installedFontFile } from '../platform/installed-font.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The entry points: one Lambda each. The site's is made of what the site's own build left. */
export const entryPoints = ['api', 'care-api', 'on-change', 'on-clock', 'care-on-clock', 'roster', 'site'] as const;

/** Where the bundles are: one folder for each Lambda, with `index.mjs` in it. */
export const bundleFolder = here('../../dist/functions');

const output: OutputOptions = {
  format: 'esm',
  minify: true,
  entryFileNames: '[name].mjs',
  chunkFileNames: 'part-[hash].mjs',
};

/**
 * Bundles the entry points, minified, the SDK inside. What a Lambda needs at its start is one file beside `index.mjs`; what code asks
 * for by `await import()` is in parts of its own, so that a cold start neither holds nor reads it.
 */
export async function buildBundles(names: readonly string[] = entryPoints): Promise<void> {
  await Promise.all(names.map(buildBundle));
  if (names.includes('site')) {
    await cp(here('../../web/build/prerendered'), `${bundleFolder}/site/prerendered`, { recursive: true });
  }
  if (names.includes('api')) await putBesideApi();
}

/** What the API reads while it runs: its document, the font of certificates, and the colour profile that PDF/A asks for. */
async function putBesideApi(): Promise<void> {
  const folder = `${bundleFolder}/api`;
  const profile = 'data/sRGB_IEC61966_2_1.icc';
  const library = createRequire(import.meta.url).resolve('pdfkit');
  await mkdir(`${folder}/data`, { recursive: true });
  await Promise.all([
    copyFile(here('../../docs/openapi.json'), `${folder}/openapi.json`),
    copyFile(installedFontFile(), `${folder}/certificate-font.ttf`),
    copyFile(join(dirname(library), profile), `${folder}/${profile}`),
  ]);
}

async function buildBundle(name: string): Promise<void> {
  const entry = here(`../entrypoints/${name}.ts`);
  const dir = `${bundleFolder}/${name}`;
  await rm(dir, { recursive: true, force: true });
  const bundle = await rolldown({
    input: { index: entry },
    platform: 'node',
    logLevel: 'silent',
    tsconfig: false,
    resolve: {
      mainFields: ['module', 'main'],
      alias: {
        '@aws-sdk/credential-provider-node': here('./environment-credentials.ts'),
        'site-server': here('../../web/build/adapter-node.js'),
      },
    },
  });
  // Left to itself the bundler makes a file of whatever several parts share: some fifty at the start, each of which costs a third of a
  // millisecond.
  const atStart = modulesAtStart((await bundle.generate({ ...output, minify: false })).output);
  // The entry point stays by itself: the site's awaits what it loads, and a part that waited for it in turn would never come.
  atStart.delete(entry);
  const start = { name: 'start', test: (id: string) => atStart.has(id) };
  await bundle.write({ ...output, dir, codeSplitting: { groups: [start] } });
  await bundle.close();
}

/** The modules that are there before the handler is, whatever file they came to lie in. */
function modulesAtStart(files: readonly (OutputChunk | OutputAsset)[]): Set<string> {
  const chunks = new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const modules = new Set<string>();
  const seen = new Set<string>();
  const visit = (fileName: string) => {
    const chunk = chunks.get(fileName);
    if (!chunk || seen.has(fileName)) return;
    seen.add(fileName);
    for (const id of chunk.moduleIds) modules.add(id);
    chunk.imports.forEach(visit);
  };
  visit('index.mjs');
  return modules;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBundles();
