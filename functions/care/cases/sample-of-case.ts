import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Sample } from '../../test/sample.ts';

/** A request about a case: another social worker or counsellor is an outsider, and an unknown case answers like another's. */
export function ofCase(caseId: string, part = ''): Pick<Sample, 'path' | 'unknownPath' | 'unknownIs'> {
  const pathOf = (id: string) => `/care/cases/${id}${part}`;
  return { path: pathOf(caseId), unknownPath: pathOf(newId('supportCase', 0)), unknownIs: 403 };
}
