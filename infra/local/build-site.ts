import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');
/** What the site is made of. */
const sources = [
  'web/src',
  'web/messages',
  'web/static',
  'web/vite.config.ts',
  'web/package.json',
  'shared',
  'package-lock.json',
];

/** Builds the site when it was not built yet or its sources are newer. @throws Error when the build fails */
export function buildSite(): void {
  if (newest('web/build/handler.js') > Math.max(...sources.map(newest))) return;
  console.error('Building the site: once, about ten seconds …');
  const build = spawnSync('npm', ['run', 'build', '-w', 'web'], { cwd: project, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`The site could not be built:\n${build.stdout}${build.stderr}`);
}

/** When a file or anything below a folder was last changed; 0 for what is not there. */
function newest(path: string): number {
  const stats = statSync(join(project, path), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  const inside = readdirSync(join(project, path)).filter((name) => !['node_modules', 'paraglide'].includes(name));
  return Math.max(0, ...inside.map((name) => newest(`${path}/${name}`)));
}
