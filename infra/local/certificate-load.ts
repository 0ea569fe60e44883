import { waitingCertificates } from '@kaifong/functions/people/index.ts';
import { sealedFiles } from '@kaifong/functions/platform/file-store.ts';
import { sealerFor } from '@kaifong/functions/platform/sealing.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import { demoStreet } from '@kaifong/shared/demo/accounts.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import type { LocalSurroundings } from './surroundings.ts';
import type { LoadedVolunteer } from './teamwork-load.ts';

/** Certificates that wait for the coordinator of the demo street. */
export function certificateLoad(
  { main }: LocalSurroundings,
  { now, volunteers }: Readonly<{ now: Instant; volunteers: readonly LoadedVolunteer[] }>,
): AsyncGenerator<Write> {
  const sealer = sealerFor(main.keyring);
  const table = new Table(main.client, main.tableName('people'));
  const near = volunteers.filter(({ community }) => isWithin(community, demoStreet)).slice(-4);
  return waitingCertificates({ table, sealer, files: sealedFiles(main.files, sealer) }, near, now);
}
