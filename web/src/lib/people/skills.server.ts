import type { SkillKind } from '@kaifong/shared/people/skills/skills.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import type { Choice } from '#lib/components/choice.ts';

/** How long the site goes by a catalogue that it has read, in milliseconds; it is the same for everybody. */
const keptFor = 60_000;

let kept: { until: number; kinds: Promise<readonly SkillKind[]> } | undefined;

/** The catalogue of skills in the language of the page. */
export type SkillWords = Readonly<{
  /** What a skill is called. */
  name: (code: string) => string;
  /** Several in one line. */
  names: (codes: readonly string[]) => string;
  /** What can be asked for; `also` are there even when they are retired. */
  open: (also?: readonly string[]) => Choice[];
  /** What somebody may say of herself: what needs a certificate comes with one. */
  byOwnWord: (held?: readonly string[]) => Choice[];
  /** All there ever were, to look for. */
  all: () => Choice[];
}>;

/** Reads the catalogue, at most once a minute. */
export async function skillWords(event: Caller): Promise<SkillWords> {
  const kinds = await (kept && Date.now() < kept.until ? kept.kinds : readAnew(event));
  const { locale } = event.locals;
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  const name = (code: string) => byCode.get(code)?.name[locale] ?? code;
  const choices = (isOffered: (kind: SkillKind) => boolean) =>
    kinds.filter(isOffered).map(({ code }) => ({ value: code, label: name(code) }));
  return {
    name,
    names: (codes) => codes.map(name).join(locale === 'en' ? ', ' : '、'),
    open: (also = []) => choices(({ code, retired }) => !retired || also.includes(code)),
    byOwnWord: (held = []) =>
      choices(({ code, retired, needsCertificate }) => !(retired || needsCertificate) || held.includes(code)),
    all: () => choices(() => true),
  };
}

/** What has just been changed on this site is to be seen at once. */
export function forgetSkills(): void {
  kept = undefined;
}

function readAnew(event: Caller): Promise<readonly SkillKind[]> {
  const reading = { until: Date.now() + keptFor, kinds: read(api(event).api.skills.$get()).then(({ items }) => items) };
  kept = reading;
  reading.kinds.catch(() => {
    if (kept === reading) kept = undefined;
  });
  return reading.kinds;
}
