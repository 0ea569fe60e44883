import { timingSafeEqual } from 'node:crypto';
import { scopeParam } from '@kaifong/shared/organisation/scope.ts';
import type { Sealer } from '../../platform/sealing.ts';
import type { Roster } from './membership.table.ts';

type Coded = Pick<Roster, 'team' | 'codeNumber'>;

/**
 * The code on a team's poster: a keyed digest of the team and of how often its code was replaced, so that nobody makes one up and
 * replacing it ends every print of the old one.
 */
export async function teamCode(sealer: Sealer, { team, codeNumber }: Coded): Promise<string> {
  return (await sealer.blindIndex('teamCode', `${team}#${codeNumber}`)).slice(0, 22);
}

/** Whether it is the code that works now. */
export async function isTeamCode(sealer: Sealer, roster: Coded, code: string): Promise<boolean> {
  const [given, right] = [Buffer.from(code), Buffer.from(await teamCode(sealer, roster))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Where the QR code leads. */
export function joinPath(team: string, code: string): string {
  return `/join/${scopeParam(team)}?code=${code}`;
}
