import { readFileSync } from 'node:fs';
import { type RosterProblem, reaches } from '@kaifong/functions/scheduling/roster/problem.ts';

/** The format in which weeks to be rostered are exchanged: times in minutes from Monday 00:00, skills as bits. */
type RosterFile = Readonly<{
  C: readonly Readonly<{ street: number; x: number; y: number }>[];
  V: readonly Readonly<{
    c: number;
    team: number;
    sk: number;
    av: readonly (readonly [number, number])[];
    maxH: number;
    past: number;
    pref: readonly number[];
    maxNight: number;
  }>[];
  S: readonly Readonly<{
    c: number;
    t: number;
    s: number;
    e: number;
    prio: number;
    scope: number;
    team: number;
    roles: readonly Readonly<{ sk: number; min: number; max: number }>[];
  }>[];
}>;

export function readRosterFile(path: string): RosterProblem {
  const { C, V, S } = JSON.parse(readFileSync(path, 'utf8')) as RosterFile;
  return {
    communities: C,
    volunteers: V.map((each) => ({
      community: each.c,
      team: each.team,
      skills: each.sk,
      free: each.av,
      mostHours: each.maxH,
      mostNights: each.maxNight,
      pastHours: each.past,
      liking: each.pref,
    })),
    shifts: S.map((each) => ({
      community: each.c,
      kind: each.t,
      startsAt: each.s,
      endsAt: each.e,
      priority: each.prio,
      reach: each.scope === 0 ? reaches.community : each.scope === 1 ? reaches.street : reaches.district,
      team: each.team,
      roles: each.roles.map(({ sk, min, max }) => ({ skills: sk, fewest: min, most: max })),
    })),
  };
}
