import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inParallel } from './in-parallel.ts';

async function* upTo(count: number) {
  for (let piece = 0; piece < count; piece += 1) yield piece;
}

it('does every piece once, and no more at a time than it may', async () => {
  const done: number[] = [];
  let busy = 0;
  let most = 0;
  await inParallel(upTo(20), 3, async (piece) => {
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
  const work = inParallel(upTo(20), 3, async (piece) => {
    begun.push(piece);
    if (piece === 1) throw new Error('broken');
    await pause(5);
    ended.push(piece);
  });
  await expect(work).rejects.toThrow('broken');
  expect(begun.length).toBeLessThanOrEqual(3);
  expect(ended).toEqual(begun.filter((piece) => piece !== 1));
});

it('throws what goes wrong where pieces come from, once what was begun has ended', async () => {
  const ended: number[] = [];
  async function* broken() {
    yield 0;
    throw new Error('no more');
  }
  const work = inParallel(broken(), 3, async (piece) => {
    await pause(5);
    ended.push(piece);
  });
  await expect(work).rejects.toThrow('no more');
  expect(ended).toEqual([0]);
});
