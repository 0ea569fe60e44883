import { describe, expect, it } from 'vitest';
import { lineLog } from './log.ts';
import { tickHandler } from './tick.ts';

describe('a tick', () => {
  it('runs every task with the same moment, and reports failures only after the last', async () => {
    const ran: string[] = [];
    const lines: string[] = [];
    const tick = tickHandler(
      [
        { name: 'first', run: async (now) => void ran.push(`first ${now}`) },
        { name: 'broken', run: async () => Promise.reject(new TypeError('陳大文 13800000001')) },
        { name: 'last', run: async (now) => void ran.push(`last ${now}`) },
      ],
      () => '2026-11-24T02:00:00.000Z',
      lineLog((line) => lines.push(line)),
    );
    await expect(tick()).rejects.toThrow('tasks failed');
    expect(ran).toEqual(['first 2026-11-24T02:00:00.000Z', 'last 2026-11-24T02:00:00.000Z']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'tick.failed', task: 'broken', error: 'TypeError' });
    expect(lines.join()).not.toContain('13800000001');
  });
});
