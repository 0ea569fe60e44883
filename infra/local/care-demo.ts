import { careDemoItems } from '@kaifong/functions/care/index.ts';
import { sealerFor } from '@kaifong/functions/platform/sealing.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import { demoStreet } from '@kaifong/shared/demo/accounts.ts';
import type { LocalSurroundings } from './surroundings.ts';

type Of = Pick<
  Parameters<typeof careDemoItems>[0],
  'now' | 'socialWorkerAccountId' | 'counsellors' | 'supervisor' | 'onCall'
>;

/** The made-up counsellors and requests for support of the demo district. */
export async function* careLoad({ care }: LocalSurroundings, of: Of): AsyncGenerator<Write> {
  const table = new Table(care.client, care.tableName('care'));
  yield* await careDemoItems({ ...of, table, sealer: sealerFor(care.keyring), place: demoStreet });
}
