import type { Issuer } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { AttendanceDeps } from '../deps.ts';
import { IssuerItem } from './service-certificate.table.ts';

/** What certificates say before the district has named who issues them. */
const unnamed: Issuer = {
  name: '荔湾区志愿服务组织',
  responsible: '—',
  handler: '街坊志愿服务平台',
  contact: '020-12345',
};

/** Who issues record certificates. */
export function issuerService({ table, identity }: Pick<AttendanceDeps, 'table' | 'identity'>) {
  return {
    async read(): Promise<Issuer> {
      return (await table.get(IssuerItem, {})) ?? unnamed;
    },

    /** Names the issuer of what is issued from now on; for the district. @throws AppError platform.notAllowed, platform.busy */
    async name(command: Command, issuer: Issuer): Promise<Issuer> {
      command.actor.mustReach('serviceCertificate.manage', { scope: district.scope });
      const before = await table.get(IssuerItem, {});
      const next = { ...issuer, version: (before?.version ?? 0) + 1 };
      const outcome = await commit(
        command,
        table,
        {
          issuer: table.put(IssuerItem, next, before ? { is: { version: before.version } } : { absent: true }),
          audit: identity.audit.line(command, 'serviceCertificate.issuerNamed', district.scope),
        },
        { answer: issuer },
      );
      mustCommit(outcome, {});
      return issuer;
    },
  };
}
