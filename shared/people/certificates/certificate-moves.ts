/**
 * Where a certificate stands: `submitted` waits for a second person, who has `verified` it or `refused` it with a reason; a verified one
 * has `expired` when its time is over; the volunteer may have `withdrawn` hers. Only a verified one opens skills.
 */
export const certificateStates = ['submitted', 'verified', 'refused', 'expired', 'withdrawn'] as const;
export type CertificateState = (typeof certificateStates)[number];

type CertificateRule = Readonly<{
  from: readonly CertificateState[];
  to: CertificateState;
  by: 'coordinator' | 'volunteer' | 'clock';
  reason: boolean;
}>;

/** All that can happen to a certificate. One that proves to be false is refused also after it was verified. */
export const certificateMoves = {
  verify: { from: ['submitted'], to: 'verified', by: 'coordinator', reason: false },
  refuse: { from: ['submitted', 'verified'], to: 'refused', by: 'coordinator', reason: true },
  expire: { from: ['verified'], to: 'expired', by: 'clock', reason: false },
  withdraw: { from: ['submitted', 'verified'], to: 'withdrawn', by: 'volunteer', reason: false },
} as const satisfies Record<string, CertificateRule>;

export type CertificateMove = keyof typeof certificateMoves;

export function mayMoveCertificate(state: CertificateState, move: CertificateMove): boolean {
  const { from }: CertificateRule = certificateMoves[move];
  return from.includes(state);
}

/** What people read of where a certificate stands. */
export const certificateStateNames = {
  submitted: { 'zh-Hans': '等待核实', 'zh-Hant': '等待核實', en: 'Waiting to be checked' },
  verified: { 'zh-Hans': '有效', 'zh-Hant': '有效', en: 'In force' },
  refused: { 'zh-Hans': '没有通过', 'zh-Hant': '沒有通過', en: 'Not accepted' },
  expired: { 'zh-Hans': '已过期', 'zh-Hant': '已過期', en: 'Expired' },
  withdrawn: { 'zh-Hans': '已撤回', 'zh-Hant': '已撤回', en: 'Withdrawn' },
} as const;
