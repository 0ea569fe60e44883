import type { Text } from '../../kernel/language.ts';
import type { Instant } from '../../kernel/time.ts';

/**
 * Who may take a place: everybody; the team first, and everybody from a moment on; whom the leader invites; or the leader chooses
 * and the person says yes. Nobody is ever assigned without accepting (志愿服务条例 art. 24).
 */
export const signUpModes = ['open', 'teamFirst', 'invitation', 'assigned'] as const;

export type SignUpMode = (typeof signUpModes)[number];

export const signUpModeNames: Readonly<Record<SignUpMode, Text>> = {
  open: { 'zh-Hans': '公开报名', 'zh-Hant': '公開報名', en: 'Open to everybody' },
  teamFirst: { 'zh-Hans': '本队优先', 'zh-Hant': '本隊優先', en: 'Own team first' },
  invitation: { 'zh-Hans': '邀请报名', 'zh-Hant': '邀請報名', en: 'By invitation' },
  assigned: { 'zh-Hans': '队长安排，本人确认', 'zh-Hant': '隊長安排，本人確認', en: 'Leader asks, person accepts' },
};

/** How people come to a shift; one that does not say is open. */
export type SignUpWay = Readonly<{ mode?: SignUpMode | undefined; teamFirstUntil?: Instant | undefined }>;

/** What the mode demands of a person at a moment. */
export function modeAt({ mode = 'open', teamFirstUntil }: SignUpWay, now: Instant): SignUpMode {
  if (mode === 'teamFirst' && teamFirstUntil !== undefined && now >= teamFirstUntil) return 'open';
  return mode;
}
