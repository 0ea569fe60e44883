import { accountClosed } from '@kaifong/shared/people/events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { Certificates } from './certificates.ts';

/** Who closed her account leaves no certificate behind (个人信息保护法 art. 47). */
export function certificateReactions({ certificates }: Pick<Certificates, 'certificates'>): Reaction[] {
  return [
    on(accountClosed, async ({ volunteerId }) => {
      if (volunteerId) await certificates.eraseAll(volunteerId);
    }),
  ];
}
