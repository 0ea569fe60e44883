import type { ageBands, DiscussionView } from '@kaifong/shared/care/supervision/discussion.ts';
import { topics } from '@kaifong/shared/care/topics.ts';
import { m } from '#paraglide/messages.js';
import { inWords, urgencyOf } from './words.ts';

export const ageBandWords: Readonly<Record<(typeof ageBands)[number], () => string>> = {
  under18: m.discussing_under18,
  '18to29': m.discussing_18to29,
  '30to44': m.discussing_30to44,
  '45to59': m.discussing_45to59,
  '60plus': m.discussing_60plus,
  unknown: m.discussing_unknown,
};

/** A discussion in words. */
export function shownDiscussion({ ageBand, audience, topics: about, risk, sessions, ...rest }: DiscussionView) {
  return {
    ...rest,
    urgency: urgencyOf(risk),
    facts: [ageBandWords[ageBand](), inWords(about, topics), m.discussing_sessions({ n: sessions })].join(' · '),
    audience: audience === 'group' ? m.discussing_group() : m.discussing_supervisor(),
  };
}
export type ShownDiscussion = ReturnType<typeof shownDiscussion>;
