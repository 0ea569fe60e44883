import { parseArgs } from 'node:util';
import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { buildSite } from './build-site.ts';
import { dataFolderPath } from './data-folder.ts';
import { demoLoad } from './demo-load.ts';
import { portOption, wholeNumber } from './options.ts';
import { command, runUntilStopped } from './run.ts';
import { startSystem } from './system.ts';
import { realTreeLoad } from './tree-load.ts';

/**
 * `npm start [-- --volunteers N] [--no-demo]`: the whole system with a demo district, until Ctrl-C.
 * Environment: PORT (8787), KAIFONG_DATA (.kaifong), DYNAMODB_ENDPOINT (an engine that is already running).
 */
command(async () => {
  const { values } = parseArgs({
    options: { volunteers: { type: 'string', default: '2000' }, demo: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  const volunteers = wholeNumber('--volunteers', values.volunteers, { from: 20, to: 200_000 });
  const port = portOption();
  buildSite();
  const system = await startSystem({
    port,
    dataFolder: dataFolderPath(),
    demo: values.demo,
    seed: (surroundings) => (values.demo ? demoLoad(surroundings, { volunteers }) : realTreeLoad(surroundings)),
  });
  const people = Object.entries(demoAccounts).map(([role, { mobile }]) => `${role} ${mobile.replace('+86', '')}`);
  console.error(
    values.demo
      ? `Kaifong serves the demo district of Liwan at ${system.url}; sign in as ${people.join(', ')}.`
      : `Kaifong serves Liwan at ${system.url}.`,
  );
  await runUntilStopped(system);
});
