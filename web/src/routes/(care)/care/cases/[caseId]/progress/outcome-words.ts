import { nhsRule, type Outcome } from '@kaifong/shared/care/cases/outcome.ts';
import { m } from '#paraglide/messages.js';

/** What the sessions led to, in sentences that say by whose rule. */
export function outcomeWords(outcome: Outcome, sessionsHeld: number): readonly string[] {
  if (outcome.kind === 'notYet') {
    const why = {
      sessions: m.progress_needsSessions({ held: sessionsHeld, needed: nhsRule.fromSessions }),
      phq9: m.progress_needsTwice({ name: 'PHQ-9' }),
      gad7: m.progress_needsTwice({ name: 'GAD-7' }),
    };
    return outcome.missing.map((missing) => why[missing]);
  }
  const { first, last, wasCase, recovered, change } = outcome;
  return [
    m.progress_firstLast({ phq9From: first.phq9, phq9To: last.phq9, gad7From: first.gad7, gad7To: last.gad7 }),
    changeWords[change](),
    wasCase ? (recovered ? m.progress_recovered() : m.progress_notRecovered()) : m.progress_wasNoCase(),
  ];
}

const changeWords = {
  improved: m.progress_improved,
  unchanged: m.progress_unchanged,
  deteriorated: m.progress_deteriorated,
};
