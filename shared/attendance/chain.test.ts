import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chained, emptyChain, type ServiceDraft, type ServiceRecord, verifyChain } from './chain.ts';

const draft: ServiceDraft = {
  volunteerId: 'vol_01HZX5Y7Q2M3N4P5R6S7',
  kind: 'service',
  minutes: 130,
  shiftId: 'sft_01HZX5Y7Q2M3N4P5R6S7',
  title: '沙面夜巡',
  teamScope: '440103/001/001/T0001',
  day: '2026-11-24',
  startedAt: '2026-11-24T06:00:00.000Z',
  endedAt: '2026-11-24T08:10:00.000Z',
  ways: ['rotatingCode'],
  recordedAt: '2026-11-24T09:00:00.000Z',
  confirmedBy: 'acc_01HZX5Y7Q2M3N4P5R6S7',
};

async function chainOf(minutes: readonly number[]): Promise<ServiceRecord[]> {
  const records: ServiceRecord[] = [];
  for (const each of minutes) records.push(await chained(records.at(-1) ?? emptyChain, { ...draft, minutes: each }));
  return records;
}

describe('a chain of service records', () => {
  it('is sound as it was written, from its beginning and from any record on', async () => {
    const records = await chainOf([130, 60, 20]);
    const head = { seq: 3, hash: records[2]?.hash };
    expect(await verifyChain(records)).toEqual({ sound: true, head });
    expect(await verifyChain(records.slice(1), records[0])).toEqual({ sound: true, head });
    expect(await verifyChain([])).toEqual({ sound: true, head: emptyChain });
  });

  it('has a hash that does not depend on the order of fields, nor on the machine', async () => {
    const [record] = await chainOf([130]);
    expect(record?.hash).toBe('b5e01d3d9b52c7b98e0771e1bdb49068a655b402fcb08231d4b1c3cf15761188');
    const { hash, ...rest } = record as ServiceRecord;
    const turned = Object.fromEntries(Object.entries(rest).toReversed()) as Omit<ServiceRecord, 'hash'>;
    expect(await verifyChain([{ ...turned, hash }])).toMatchObject({ sound: true });
  });

  it('shows a record that was left out, slipped in or moved', async () => {
    const [first, second, third] = (await chainOf([130, 60, 20])) as [ServiceRecord, ServiceRecord, ServiceRecord];
    const broken = { sound: false, fault: 'notFollowing' };
    expect(await verifyChain([first, third])).toEqual({ ...broken, seq: 3 });
    expect(await verifyChain([first, first, second])).toEqual({ ...broken, seq: 1 });
    expect(await verifyChain([second, first])).toEqual({ ...broken, seq: 2 });
    const forged = await chained({ seq: 1, hash: emptyChain.hash }, draft);
    expect(await verifyChain([first, forged])).toEqual({ ...broken, seq: 2 });
  });

  it('shows every field that was changed', async () => {
    const records = await chainOf([130, 60]);
    const first = records[0] as ServiceRecord;
    const changes: Partial<ServiceRecord>[] = [
      { minutes: 131 },
      { kind: 'reversal' },
      { title: '沙面日巡' },
      { day: '2026-11-25' },
      { startedAt: '2026-11-24T06:00:00.001Z' },
      { endedAt: '2026-11-24T08:10:00.001Z' },
      { ways: ['leaderTick'] },
      { recordedAt: '2026-11-24T09:00:00.001Z' },
      { confirmedBy: 'acc_01HZX5Y7Q2M3N4P5R6S8' },
      { teamScope: '440103/001/001/T0002' },
      { shiftId: 'sft_01HZX5Y7Q2M3N4P5R6S8' },
      { volunteerId: 'vol_01HZX5Y7Q2M3N4P5R6S8' },
      { reverses: 1 },
      { reason: '记错了' },
    ];
    for (const change of changes) {
      const verdict = await verifyChain([{ ...first, ...change }, ...records.slice(1)]);
      expect([change, verdict]).toEqual([change, { sound: false, seq: 1, fault: 'changed' }]);
    }
  });

  it('cannot be mended by hashing the changed record again: the next one no longer follows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(600), { minLength: 2, maxLength: 6 }), fc.nat(), async (minutes, pick) => {
        const records = await chainOf(minutes);
        const at = pick % (records.length - 1);
        const before = records[at - 1] ?? emptyChain;
        records[at] = await chained(before, { ...draft, minutes: (minutes[at] ?? 0) + 1 });
        expect(await verifyChain(records)).toEqual({ sound: false, seq: at + 2, fault: 'notFollowing' });
      }),
    );
  });
});
