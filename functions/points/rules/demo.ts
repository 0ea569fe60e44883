import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { type EarningRules, plainRules } from '@kaifong/shared/points/rules/earning-rules.ts';
import { type BookedService, mostAffected, simulate } from '@kaifong/shared/points/rules/simulating.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { earnedBy } from '../earned-by.ts';
import { InForceItem, ProposalItem, SimulationPart } from './rules.table.ts';
import { mostShown, simulationParts } from './simulation.service.ts';

const held: EarningRules = { ...plainRules, night: 120, badWeather: 120, emergency: 150, dailyMinutes: 480 };
const wished: EarningRules = {
  ...held,
  night: 130,
  kinds: { elderVisits: 120, lesson: 80, training: 50 },
  backEntered: 'earnNone',
};

/** The rules that hold in the demo, since four months ago. */
export function demoRules(now: Instant) {
  return { from: dayOf(shiftBy(now, -120 * day)), rules: held };
}

/** The rules of the demo, and others that somebody proposed yesterday and that wait for a second person, tried on what was served. */
export function* rulesDemoItems(
  table: Table,
  records: readonly ServiceRecorded[],
  now: Instant,
  proposedBy: string,
): Generator<Write> {
  const inForce = demoRules(now);
  const decidedAt = shiftBy(now, -130 * day);
  const month = records.at(-1)?.day.slice(0, 7) ?? dayOf(now).slice(0, 7);
  const first = {
    id: newId('pointsRules', Date.parse(decidedAt)),
    why: '夜间和应急值守更辛苦；一天最多算 8 小时，大家轮着来。',
  };
  const made = {
    month: dayOf(shiftBy(decidedAt, -30 * day)).slice(0, 7),
    proposedBy,
    proposedAt: decidedAt,
    decidedAt,
  };
  yield table.put(InForceItem, { id: first.id, ...inForce });
  yield table.put(ProposalItem, { ...first, ...inForce, ...made, state: 'approved' });

  const proposedAt = shiftBy(now, -day);
  const id = newId('pointsRules', Date.parse(proposedAt));
  const why = '探访长者要花的心思多，课堂讲座相对轻松，参加培训是学本领；补录的时间只记志愿时。';
  const from = dayOf(shiftBy(now, 30 * day));
  yield table.put(ProposalItem, {
    ...{ id, from, rules: wished, why, month, proposedBy, proposedAt },
    state: 'proposed',
  });

  const services = new Map<string, BookedService[]>();
  for (const record of records) {
    const { volunteerId, minutes, day: served } = record;
    const booked = { because: { minutes, day: served, earned: earnedBy(record, inForce).by } };
    services.set(volunteerId, [...(services.get(volunteerId) ?? []), booked]);
  }
  const people = [...services].map(([volunteerId, own]) => simulate(wished, volunteerId, own));
  const sum = (field: 'pointsBefore' | 'pointsAfter') => people.reduce((total, person) => total + person[field], 0);
  const nothing = { people: 0, services: 0, pointsBefore: 0, pointsAfter: 0, most: [] };
  const all = {
    ...{ people: people.length, services: records.length },
    ...{ pointsBefore: sum('pointsBefore'), pointsAfter: sum('pointsAfter') },
    most: mostAffected(people, mostShown),
  };
  for (let part = 0; part < simulationParts; part += 1)
    yield table.put(SimulationPart, { id, part, ...(part === 0 ? all : nothing) });
}
