import { expect, it } from 'vitest';
import { withPlainUnits } from './viewport-units.ts';

it.each([
  ['.a{min-height:100dvh}', '.a{min-height:100vh;min-height:100dvh}'],
  [
    '.a{color:red;width:min(48%,100svh - 7.5rem);top:0}',
    '.a{color:red;width:min(48%,100vh - 7.5rem);width:min(48%,100svh - 7.5rem);top:0}',
  ],
  ['@media (orientation:landscape){.a{width:50dvw}}', '@media (orientation:landscape){.a{width:50vw;width:50dvw}}'],
])('puts what an older browser knows first: %s', (css, expected) => {
  expect(withPlainUnits(css)).toBe(expected);
});

it.each(['.a{height:100vh}', '.w-\\[100dvh\\]{color:red}', '.a{content:"dvh"}'])(
  'leaves all else as it is: %s',
  (css) => {
    expect(withPlainUnits(css)).toBe(css);
  },
);
