import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inParallel } from './in-parallel.ts';

it('does every piece once, and no more at a time than it may', async () => {
  const done: number[] = [];
  let busy = 0;
  let most = 0;
  await inParallel(20, 3, async (piece) => {
    busy += 1;
    most = Math.max(most, busy);
    await pause(piece % 3);
    busy -= 1;
    done.push(piece);
  });
  expect(done.toSorted((one, other) => one - other)).toEqual([...Array(20).keys()]);
  expect(most).toBe(3);
});

it('begins nothing after a failure, and throws it once what was begun has ended', async () => {
  const [begun, ended]: [number[], number[]] = [[], []];
  const work = inParallel(20, 3, async (piece) => {
    begun.push(piece);
    if (piece === 1) throw new Error('broken');
    await pause(5);
    ended.push(piece);
  });
  await expect(work).rejects.toThrow('broken');
  expect([begun, ended]).toEqual([
    [0, 1, 2],
    [0, 2],
  ]);
});
