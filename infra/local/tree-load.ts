import { plantedPlace, plantedTeam } from '@kaifong/functions/organisation/index.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import { demoStreet } from '@kaifong/shared/demo/accounts.ts';
import type { DemoDistrict } from '@kaifong/shared/demo/district.ts';
import { roomKinds } from '@kaifong/shared/organisation/room-kinds.ts';
import type { Place as TreePlace } from '@kaifong/shared/organisation/schema.ts';
import { district, type Place, streets } from '@kaifong/shared/organisation/streets.ts';
import type { TeamBrand } from '@kaifong/shared/organisation/team-brands.ts';
import type { TeamKind } from '@kaifong/shared/organisation/team-kinds.ts';
import type { LocalSurroundings } from './surroundings.ts';

type Tree = Pick<DemoDistrict, 'district' | 'streets' | 'communities' | 'teams'>;

/** The district and its 22 streets, which are real; communities and teams are for its people to add. */
export async function* realTreeLoad(surroundings: LocalSurroundings): AsyncGenerator<Write> {
  yield* treeLoad(surroundings, { district, streets, communities: [], teams: [] });
}

/** The places and teams of a tree. */
export function* treeLoad(
  { main }: LocalSurroundings,
  { district, streets, communities, teams }: Tree,
): Generator<Write> {
  const table = new Table(main.client, main.tableName('organisation'));
  const place =
    (kind: 'district' | 'street' | 'community') =>
    ({ scope, name, centre }: Place) =>
      plantedPlace(table, {
        scope,
        kind,
        name: name['zh-Hans'],
        nameHant: name['zh-Hant'],
        nameEn: name.en,
        longitude: centre.lng,
        latitude: centre.lat,
        validFrom: '2020-01-01',
      });
  yield* place('district')(district);
  yield* streets.flatMap(place('street'));
  yield* communities.flatMap(place('community'));
  if (communities.length > 0) yield* roomsOf(demoStreet).flatMap((room) => plantedPlace(table, room));
  for (const { scope, kind, name } of teams) {
    yield* plantedTeam(table, { scope, kind, name: name['zh-Hans'], nameHant: name['zh-Hant'], ...brandOf(kind) });
  }
}

/** Two rooms of the governance centre of a street. */
function roomsOf(street: string): TreePlace[] {
  const rooms = [
    ['R001', 'receptionHall', '一楼 101'],
    ['R002', 'mediationRoom', '二楼 203'],
  ] as const;
  return rooms.map(([number, roomKind, whereabouts]) => {
    const name = roomKinds[roomKind];
    return {
      ...{ scope: `${street}/${number}`, kind: 'room', roomKind, whereabouts, validFrom: '2024-03-01' },
      ...{ name: name['zh-Hans'], nameHant: name['zh-Hant'], nameEn: name.en },
    };
  });
}

/** The kinds whose teams in the demo go under a common name. */
const brands: Partial<Record<TeamKind, TeamBrand>> = {
  cyclingPatrol: 'ruyiCycling',
  psychologicalSupport: 'listeningLine',
  culture: 'homeInLingnan',
};

function brandOf(kind: TeamKind): { brand?: TeamBrand } {
  const brand = brands[kind];
  return brand ? { brand } : {};
}
