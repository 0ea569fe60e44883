import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildBundles, bundleFolder, entryPoints } from '@kaifong/functions/bundle/build.ts';
import { tableNames } from '@kaifong/infra/tables.ts';
import type { Figures } from './run.ts';

const runs = 15;

/** What a Lambda costs before it answers: for each bundle its size and the CPU time of a cold import, beside a bare handler. */
export async function run(): Promise<Figures> {
  await buildBundles();
  const bare = join(mkdtempSync(join(tmpdir(), 'kaifong-cold-')), 'index.js');
  writeFileSync(bare, 'exports.handler = async () => ({ statusCode: 200 });\n');
  const bundles = Object.fromEntries(entryPoints.map((name) => [name, join(bundleFolder, name, 'index.mjs')]));
  return {
    runs,
    ...Object.fromEntries(Object.entries({ bare, ...bundles }).map(([name, file]) => [name, measured(file)])),
  };
}

function measured(file: string): Figures {
  const times = Array.from({ length: runs }, () => coldImport(file)).toSorted((a, b) => a - b);
  return {
    kb: Math.round(bytesRead(file) / 102.4) / 10,
    cpu_ms_min: times[0] ?? 0,
    cpu_ms_median: times[Math.floor(runs / 2)] ?? 0,
  };
}

/** The bytes of a bundle and of the parts that it imports at its start; those that it asks for later are not read then. */
function bytesRead(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  const parts = [...code.matchAll(/(?:from|import)"\.\/(part-[\w-]+\.mjs)"/g)].map(([, part]) =>
    join(dirname(file), part as string),
  );
  return statSync(file).size + parts.reduce((sum, part) => sum + bytesRead(part, seen), 0);
}

/** Milliseconds of CPU, user and system, that a fresh process spends on importing a handler, its own start not counted. */
function coldImport(file: string): number {
  const load = file.endsWith('.mjs') ? `await import(${JSON.stringify(file)})` : `require(${JSON.stringify(file)})`;
  const script = [
    'const before = process.cpuUsage()',
    load,
    'const { user, system } = process.cpuUsage(before)',
    'process.stdout.write(String((user + system) / 1000))',
    'process.exit(0)',
  ].join(';');
  const child = spawnSync(process.execPath, [...(file.endsWith('.mjs') ? ['--input-type=module'] : []), '-e', script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LAMBDA_TASK_ROOT: dirname(file), ...environment },
  });
  const time = Number(child.stdout);
  if (child.status !== 0 || !time) throw new Error(`${file} does not import: ${child.stderr}`);
  return Math.round(time * 10) / 10;
}

/** What the stacks would put there; no import reaches any of it. */
const environment = {
  AWS_REGION: 'cn-north-1',
  API_ORIGIN: 'https://liwan.example',
  FILES_ENDPOINT: 'https://files.example',
  ...Object.fromEntries(tableNames.map((name) => [`${name.toUpperCase()}_TABLE`, name])),
  ...Object.fromEntries(
    ['PERSONAL', 'CARE'].flatMap((kind) => [`${kind}_KEY_ID`, `${kind}_MAC_KEY_ID`].map((name) => [name, 'key'])),
  ),
};
