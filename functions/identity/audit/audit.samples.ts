import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

export const auditSamples: Samples = {
  searchAudit: (district) => onDay(district, '/audit'),
  exportAudit: (district) => onDay(district, '/audit/file'),
  readAuditKey: async (district) => ({ caller: district.stranger(), path: '/audit/key' }),
  listOwnAudit: async (district) => ({ caller: await district.person(), path: '/audit/mine' }),
};

async function onDay(district: TestDistrict, path: string): Promise<Sample> {
  return {
    caller: await district.person({ role: 'auditAdministrator', scope: '440103' }),
    outsider: await district.person({ role: 'auditAdministrator', scope: elsewhere.street }),
    // A day on which nothing happened: reading a file of today adds a line to it.
    path: `${path}?place=${home.street}&day=2026-11-23`,
  };
}
