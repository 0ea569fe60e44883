import { describe, expect, it } from 'vitest';
import { leadsElsewhere } from './leads-elsewhere.ts';

const at = (part: string) => leadsElsewhere(`http://127.0.0.1:8787/api/merges/${part}`);

describe('an address that the client made', () => {
  it.each(['mrg_01K3PV2K9BBRYBNWZDHG', '440103-006-001-T0001/members', 'x?place=440103%2F006', 'a.b~c-d'])(
    'leads where it says: %s',
    (part) => {
      expect(at(part)).toBe(false);
    },
  );

  it.each(['..', '../rights/closure', './x', '..\\x', '%2e%2e/x', 'x/../../y', '王', 'a b'])(
    'leads elsewhere: %s',
    (part) => {
      expect(at(part)).toBe(true);
    },
  );
});
