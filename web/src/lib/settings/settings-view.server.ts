import { fill } from '@kaifong/shared/kernel/language.ts';
import { day as dayLength, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { type Figure, figuresOn } from '@kaifong/shared/organisation/settings/figures.ts';
import { type GroupName, groupNames, settingsGroups, unitTexts } from '@kaifong/shared/organisation/settings/groups.ts';
import type { SettingsChange, SettingsDecision } from '@kaifong/shared/organisation/settings/schema.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { formatMoment } from '#lib/components/moment.ts';
import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

/** A figure of a group as its page shows it, in the words of the reader. */
export type FigureView = Readonly<{
  /** The path by which the API speaks of it. */
  field: string;
  label: string;
  name: string;
  says: string;
  now: string;
  /** What the house set out with, where it is another figure now. */
  usual?: string | undefined;
  since?: string | undefined;
  coming: readonly string[];
  /** What stands in the form: the figure as it will be. */
  value: string;
  least: number;
  most: number;
}>;

export type GroupView = Readonly<{ code: GroupName; name: string; earliest: string; figures: readonly FigureView[] }>;

/** A change that was proposed, in the words of the reader. */
export type ChangeView = Readonly<
  Pick<SettingsChange, 'id' | 'state' | 'why' | 'isOwn' | 'proposedAt' | 'decidedAt'> & {
    group: string;
    from: string;
    figures: readonly Readonly<{ label: string; text: string }>[];
    proposedBy: string;
    decidedBy?: string | undefined;
  }
>;

const groupOf = (group: GroupName): Readonly<Record<string, Figure>> => settingsGroups[group].figures;
const inDay = (day: string) => formatMoment(day, 'day', getLocale());
const inUnit = (count: number | undefined, { unit }: Figure) =>
  fill(unitTexts[unit][getLocale()], { count: count ?? 0 });

/** All groups, figure by figure: what holds, since when and by whose decision, and what is to come. */
export async function settingsView(event: Caller): Promise<GroupView[]> {
  const { items } = await read(api(event).api.settings.decisions.$get());
  const now = toInstant(Date.now());
  return groupNames.map((code) =>
    groupView(
      code,
      items.filter(({ group }) => group === code),
      dayOf(now),
    ),
  );
}

function groupView(code: GroupName, decided: readonly SettingsDecision[], today: string): GroupView {
  const group = settingsGroups[code];
  const tomorrow = dayOf(shiftBy(`${today}T04:00:00.000Z`, dayLength));
  const last = decided.at(-1)?.from ?? tomorrow;
  const holding: Readonly<Record<string, number>> = figuresOn(group, decided, today);
  const atLast: Readonly<Record<string, number>> = figuresOn(group, decided, last);
  const figures = Object.entries(groupOf(code)).map(([name, figure]): FigureView => {
    const own = decided.filter(({ changed }) => Object.hasOwn(changed, name));
    const since = own.findLast(({ from }) => from <= today);
    const words = { name: figure.name[getLocale()], says: figure.says[getLocale()] };
    return {
      ...words,
      field: `figures.${name}`,
      label: m.settings_field({
        name: words.name,
        unit: fill(unitTexts[figure.unit][getLocale()], { count: '' }).trim(),
      }),
      now: inUnit(holding[name], figure),
      usual: holding[name] === figure.usual ? undefined : m.settings_usual({ figure: inUnit(figure.usual, figure) }),
      since: since && m.settings_since({ day: inDay(since.from), who: since.decidedBy ?? m.settings_somebody() }),
      coming: own
        .filter(({ from }) => from > today)
        .map(({ from, changed }) => m.settings_coming({ day: inDay(from), figure: inUnit(changed[name], figure) })),
      value: String(atLast[name]),
      ...{ least: figure.least, most: figure.most },
    };
  });
  return { code, name: group.name[getLocale()], earliest: last > tomorrow ? last : tomorrow, figures };
}

/** What was proposed, newest first, a page at a time. */
export async function changesView(
  event: Caller & { url: URL },
): Promise<{ changes: ChangeView[]; cursor?: string | undefined }> {
  const query = { limit: '20', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api.settings.changes.$get({ query }));
  return { changes: items.map(changeView), cursor };
}

function changeView(change: SettingsChange): ChangeView {
  const { id, group, from, changed, before, why, state, isOwn, proposedAt, decidedAt } = change;
  const figures = Object.entries(changed).flatMap(([name, after]) => {
    const figure = groupOf(group)[name];
    if (!figure) return [];
    const facts = { before: inUnit(before[name], figure), after: inUnit(after, figure) };
    return [{ label: figure.name[getLocale()], text: m.settings_fromTo(facts) }];
  });
  return {
    ...{ id, why, state, isOwn, proposedAt, decidedAt, figures },
    group: settingsGroups[group].name[getLocale()],
    from: m.settings_holdsFrom({ day: inDay(from) }),
    proposedBy: m.settings_by({ who: change.proposedBy ?? m.settings_gone() }),
    decidedBy: decidedAt && m.settings_decidedBy({ who: change.decidedBy ?? m.settings_gone() }),
  };
}
