import { describe, expect, it } from 'vitest';
import { afterLeaving, liesIn, whileTyping } from './shown-faults.ts';

const faults = (...paths: string[]) => paths.map((path) => ({ path, message: `${path}?` }));
const pathsOf = (shown: readonly { path: string }[]) => shown.map(({ path }) => path);

it('a fault lies in its field and in the group around it, not in one that begins alike', () => {
  expect(liesIn('skills.0', 'skills')).toBe(true);
  expect(liesIn('guardian.mobile', 'guardian.mobile')).toBe(true);
  expect(liesIn('nameOfGuardian', 'name')).toBe(false);
});

describe('leaving a field', () => {
  it('shows its own faults and none of a field that nobody has been to', () => {
    const look = { shown: [], before: [], found: faults('name', 'documentNumber') };
    expect(pathsOf(afterLeaving(look, new Set(['name'])))).toEqual(['name']);
  });

  it('shows a fault between two fields at the one that was left before', () => {
    const look = { shown: [], before: [], found: faults('endsAt') };
    expect(pathsOf(afterLeaving(look, new Set(['endsAt', 'startsAt'])))).toEqual(['endsAt']);
    expect(pathsOf(afterLeaving(look, new Set(['startsAt'])))).toEqual([]);
  });

  it('keeps what the server alone knows, and says a fault that changed in its new words', () => {
    const shown = [...faults('documentNumber'), { path: 'name', message: 'old' }];
    const look = { shown, before: shown.slice(1), found: faults('name') };
    expect(afterLeaving(look, new Set(['name']))).toEqual(faults('documentNumber', 'name'));
  });
});

describe('typing', () => {
  it('takes a mended fault away, wherever it was mended, and adds none', () => {
    const look = { shown: faults('endsAt'), before: faults('endsAt'), found: faults('places') };
    expect(whileTyping(look, 'startsAt')).toEqual([]);
  });

  it('leaves a fault that is still there', () => {
    const look = { shown: faults('endsAt'), before: faults('endsAt'), found: faults('endsAt') };
    expect(pathsOf(whileTyping(look, 'endsAt'))).toEqual(['endsAt']);
  });

  it('takes away what the server alone knows when that field is changed, and not before', () => {
    const look = { shown: faults('code'), before: [], found: [] };
    expect(pathsOf(whileTyping(look, 'mobile'))).toEqual(['code']);
    expect(whileTyping(look, 'code')).toEqual([]);
  });
});
