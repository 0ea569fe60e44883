import { randomInt } from 'node:crypto';
import { elsewhere, home, type TestDistrict } from '../test/district.ts';
import type { Sample, Samples } from '../test/sample.ts';

export const organisationSamples: Samples = {
  listPlaces: async (district) => ({ caller: district.stranger(), path: '/places?parent=440103' }),
  listTeams: async (district) => ({ caller: await district.person(), path: `/teams?place=${home.community}` }),
  readPlace: async (district) => ({
    caller: district.stranger(),
    path: '/places/440103-001',
    unknownPath: '/places/440103-999',
  }),
  readTeam: async (district) => ({
    caller: await district.person(),
    path: '/teams/440103-001-001-T0001',
    unknownPath: '/teams/440103-001-001-T9999',
  }),
  addPlace: (district) =>
    byCoordinator(district, '/places', { kind: 'community', parent: home.street, ...newName('社区') }),
  addTeam: (district) => byCoordinator(district, '/teams', { kind: 'patrol', place: home.community, ...newName('队') }),
  renamePlace: (district) => ofAGrid(district, 'name', newName('网格')),
  closePlace: (district) => ofAGrid(district, 'closing', { on: '2026-12-01', reason: '网格调整' }),
  listTreeChanges: async (district) => ({
    ...(await byCoordinator(district, '/places/440103-001-001/changes')),
    unknownPath: '/places/440103-002-999/changes',
    unknownIs: 403,
  }),
};

/** Names that nothing else goes by. */
function newName(word: string) {
  const name = `${word}${randomInt(1e9)}`;
  return { name, nameHant: name };
}

async function byCoordinator(district: TestDistrict, path: string, body?: unknown): Promise<Sample> {
  return {
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path,
    ...(body !== undefined && { body }),
  };
}

async function ofAGrid(district: TestDistrict, part: string, body: unknown): Promise<Sample> {
  const sample = await byCoordinator(district, '', body);
  const grid = { kind: 'grid', parent: home.community, ...newName('网格') };
  const { body: made } = await sample.caller.post('/places', grid);
  return {
    ...sample,
    path: `/places/${made.scope.replaceAll('/', '-')}/${part}`,
    unknownPath: `/places/440103-001-001-G999/${part}`,
  };
}
