import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { lineLog } from '../platform/log.ts';
import { sealerFor } from '../platform/sealing.ts';
import type { CareSurroundings } from './care-wiring.ts';
import { keyringOf, tableClient, variable } from './environment.ts';

/** What a Lambda of care finds around it. @throws Error naming what is missing */
export function careSurroundings(): CareSurroundings {
  const keyring = keyringOf('CARE');
  return {
    client: tableClient(),
    tableName: (table) => variable(`${table.toUpperCase()}_TABLE`),
    keyring,
    now: () => toInstant(Date.now()),
    frontPass: process.env.FRONT_PASS,
    log: lineLog((line) => process.stdout.write(`${line}\n`)),
    // The pager of the on-call desk learns where, how urgent and which phones to ring, and nothing of who needs help.
    async pageOnCall(page, phones) {
      const token = await sealerFor(keyring).open(variable('PAGER_TOKEN_SEALED'), 'settings/pagerToken');
      const answer = await fetch(variable('PAGER_URL'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ ...page, phones }),
        signal: AbortSignal.timeout(5_000),
      });
      if (!answer.ok) throw new Error(`the pager answered ${answer.status}`);
    },
  };
}
