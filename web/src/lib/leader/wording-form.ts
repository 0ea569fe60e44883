import { signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import type { ShiftChange, ShiftWithPlaces, ShiftWording } from '@kaifong/shared/scheduling/schema.ts';
import { isRisky } from '@kaifong/shared/scheduling/shifts/risk.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { instantFrom, wallClock } from './wall-clock.ts';

/** What a shift says of itself, by the name of its field; empty where it says nothing. */
export type WordingTexts = Readonly<Record<keyof ShiftWording, string>>;

/** What of a shift can be written anew. `fields` are those that may still change, as the form shows them; `seen` is all of it, for the API. */
export type WordingView = Readonly<{ fields: Partial<WordingTexts>; seen: WordingTexts }>;

const names = ['mode', 'teamFirstUntil', 'signUpClosesAt', 'insurance', 'riskNotice'] as const;

/** What of a shift can be written anew at a moment; nothing once sign-up has ended. */
export function wordingView(shift: ShiftWithPlaces, now: string): WordingView | undefined {
  const isDraft = shift.state === 'draft';
  if ((!isDraft && shift.state !== 'open') || now >= signUpEndsAt(shift)) return undefined;
  const { mode = '', teamFirstUntil = '', signUpClosesAt = '', insurance = '', riskNotice = '' } = shift;
  const seen = { mode, teamFirstUntil, signUpClosesAt, insurance, riskNotice };
  return {
    seen,
    fields: {
      mode: mode || 'open',
      teamFirstUntil: teamFirstUntil && wallClock(teamFirstUntil),
      ...(isDraft && { signUpClosesAt: signUpClosesAt && wallClock(signUpClosesAt) }),
      ...((isDraft || !isRisky(shift)) && { insurance, riskNotice }),
    },
  };
}

/** The change that the form describes. What it does not show stays as it was seen. */
export function wordingChange(form: SubmittedForm): ShiftChange {
  const seen = Object.fromEntries(names.map((name) => [name, form.text(`seen.${name}`)]));
  const wanted = Object.fromEntries(
    names.map((name) => [name, name in form.values ? textOf(form, name) : (seen[name] ?? '')]),
  );
  const isTeamFirst = wanted.mode === 'teamFirst';
  return { seen: said(seen), wanted: said({ ...wanted, ...(!isTeamFirst && { teamFirstUntil: '' }) }) };
}

/** A moment as the API takes it; one that is half filled is kept as it is, for the API to refuse. */
function textOf(form: SubmittedForm, name: (typeof names)[number]): string {
  const text = form.text(name);
  return name === 'teamFirstUntil' || name === 'signUpClosesAt' ? (instantFrom(text) ?? text) : text;
}

/** Only what says something. */
function said(texts: Readonly<Record<string, string>>): ShiftWording {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}
