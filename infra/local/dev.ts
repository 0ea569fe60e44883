import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { dataFolderPath } from './data-folder.ts';
import { demoLoad } from './demo-load.ts';
import { portOption } from './options.ts';
import { command, runUntilStopped } from './run.ts';
import { setSiteEnvironment } from './site.ts';
import { startSystem } from './system.ts';

/** `npm run dev`: the whole system over the demo district, with pages that change as their sources do. */
command(async () => {
  const system = await startSystem({
    port: portOption(),
    dataFolder: dataFolderPath(),
    demo: true,
    seed: (surroundings) => demoLoad(surroundings, { volunteers: 2000 }),
    site: async (settings) => {
      setSiteEnvironment(settings);
      const { createServer } = await import('vite');
      const root = fileURLToPath(new URL('../../web', import.meta.url));
      process.chdir(root);
      // One file a language: as one a text, of which there are over a thousand, a browser gives up loading them.
      execFileSync('npm', ['run', 'texts', '--silent', '--', '--output-structure', 'locale-modules'], { cwd: root });
      const vite = await createServer({ root, server: { middlewareMode: true } });
      return vite.middlewares;
    },
  });
  console.error(`Kaifong, watching, at ${system.url}`);
  await runUntilStopped(system);
});
