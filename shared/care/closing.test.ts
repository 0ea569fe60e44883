import { expect, it } from 'vitest';
import { mayClose } from './closing.ts';
import { risks } from './triage.ts';

it('a case whose risk stands at high or above is neither done nor let go for want of an answer', () => {
  const blocked = (outcome: Parameters<typeof mayClose>[1]['outcome']) =>
    [undefined, ...risks].filter((risk) => !mayClose(risk, { outcome }));
  expect(blocked('completed')).toEqual(['high', 'emergency']);
  expect(blocked('unreachable')).toEqual(['high', 'emergency']);
  expect(blocked('withdrawn')).toEqual([]);
  expect(blocked('referred')).toEqual([]);
});
