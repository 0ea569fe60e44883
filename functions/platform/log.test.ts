import { expect, it } from 'vitest';
import { lineLog } from './log.ts';

it('keeps of an error its name and where it arose, and nothing of what it says', () => {
  const lines: string[] = [];
  lineLog((line) => lines.push(line)).error('api.fault', new TypeError('陈小明\n    at 13800000001'), {
    operation: 'readX',
  });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'api.fault', operation: 'readX', error: 'TypeError' });
  expect(lines[0]).toContain('log.test.ts');
  expect(lines[0]).not.toMatch(/陈小明|13800000001/);
});
