import { randomInt } from 'node:crypto';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

export const rearrangingSamples: Samples = {
  previewRearrangement: (district) =>
    byCoordinator(district, `/rearrangements/preview?kind=move&from=${home.community}`),
  beginRearrangement: async (district) => {
    const from = await aCommunity(district);
    return byCoordinator(district, '/rearrangements', aSplit(from));
  },
  readRearrangement: async (district) => {
    const from = await aCommunity(district);
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    await coordinator.post('/rearrangements', aSplit(from));
    return {
      ...(await byCoordinator(district, `/rearrangements/${from.replaceAll('/', '-')}`)),
      unknownPath: '/rearrangements/440103-001-998',
    };
  },
  listPlacements: (district) => byCoordinator(district, `/placements?community=${home.community}`),
  placeVolunteers: (district) =>
    byCoordinator(district, '/placements', {
      community: home.community,
      volunteers: ['vol_00000000000000000000'],
      goes: true,
    }),
};

async function aCommunity(district: TestDistrict): Promise<string> {
  const coordinator = await district.person({ role: 'coordinator', scope: home.street });
  const name = `社区${randomInt(1e9)}`;
  const made = await coordinator.post('/places', { kind: 'community', parent: home.street, name, nameHant: name });
  return made.body.scope;
}

function aSplit(from: string) {
  const name = `新社区${randomInt(1e9)}`;
  return { kind: 'split', from, on: '2026-12-01', reason: '居民多了', name, nameHant: name, teams: [], grids: [] };
}

async function byCoordinator(district: TestDistrict, path: string, body?: unknown): Promise<Sample> {
  return {
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path,
    ...(body !== undefined && { body }),
  };
}
