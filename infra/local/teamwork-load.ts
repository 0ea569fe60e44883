import type { Write } from '@kaifong/functions/platform/transact.ts';
import type { DemoDistrict } from '@kaifong/shared/demo/district.ts';
import type { LoadedVolunteer } from './demo-load.ts';
import type { LocalSurroundings } from './surroundings.ts';

/** The activities of the demo's teams and what came of them. */
export async function* teamworkLoad(
  _surroundings: LocalSurroundings,
  _district: DemoDistrict,
  _bySerial: ReadonlyMap<number, LoadedVolunteer>,
): AsyncGenerator<Write> {}
