import { describe, expect, it } from 'vitest';
import { faultLine } from './fault-line.ts';

describe('the line of the log for what broke', () => {
  it('tells where, and nothing of what was said', () => {
    const line = faultLine('/(account)/account', new SyntaxError('陈小明 \n at 13800000001 is no JSON'));
    expect(JSON.parse(line)).toMatchObject({ event: 'site.fault', route: '/(account)/account', name: 'SyntaxError' });
    expect(line).toContain('fault-line.test.ts');
    expect(line).not.toMatch(/陈小明|is no JSON/);
  });

  it('stands for whatever was thrown', () => {
    expect(JSON.parse(faultLine(null, '13800000001'))).toEqual({
      event: 'site.fault',
      route: null,
      name: 'string',
      stack: '',
    });
  });
});
