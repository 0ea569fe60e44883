import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What `npm run check` holds the project to, the slowest first. */
const checks: readonly [name: string, command: string][] = [
  ['pages and texts', 'npm run check --silent -w web'],
  ['format and lint', 'biome ci --error-on-warnings .'],
  [
    'import directions',
    'depcruise --cache node_modules/.cache/dependency-cruiser shared functions infra web/src bench --config .dependency-cruiser.mjs',
  ],
  ['types', 'tsc -p . --incremental --tsBuildInfoFile node_modules/.cache/types.tsbuildinfo'],
  ['API document', 'node functions/api-document/write.ts --check'],
];

/** Runs a check and answers whether it passed; what it says is shown in one piece when it did not. */
function run([name, command]: (typeof checks)[number]): Promise<boolean> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.error(code === 0 ? `ok      ${name}, ${seconds} s` : `FAILED  ${name}, ${seconds} s\n${said}`);
      resolve(code === 0);
    });
  });
}

const queue = [...checks];
let passed = true;
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let check = queue.shift(); check; check = queue.shift()) passed = (await run(check)) && passed;
  }),
);
process.exit(passed ? 0 : 1);
