import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Day, Instant } from '../../kernel/time.ts';
import type { SettingsGroup } from './figures.ts';
import { groupNames, settingsGroups } from './groups.ts';

const GroupCode = z.enum(groupNames, { error: 'field.choice' });
const Changed = z.record(z.string(), z.int());

/** Figures of a group within their bounds, any of them left out. */
function figuresWithin({ figures }: SettingsGroup) {
  const entries = Object.entries(figures).map(([name, { least, most }]) => [
    name,
    z.int().min(least).max(most).optional(),
  ]);
  return z.strictObject(Object.fromEntries(entries) as Record<string, z.ZodOptional<z.ZodInt>>);
}

/** Why figures are to change: whoever decides reads it, and the history keeps it. */
const Why = z.string().trim().min(10).max(500);

const [first, ...others] = groupNames.map((group) =>
  z.object({ group: z.literal(group), from: Day, figures: figuresWithin(settingsGroups[group]), why: Why }),
);
if (!first) throw new Error('there are no groups of settings');

/** Figures of one group that somebody wants changed from a day in Liwan on; what stays is left out or sent as it is. */
export const NewSettings = z.discriminatedUnion('group', [first, ...others], { error: 'field.choice' });
export type NewSettings = z.output<typeof NewSettings>;

export const settingsStates = ['proposed', 'approved', 'declined', 'withdrawn'] as const;
export type SettingsState = (typeof settingsStates)[number];

/** Figures that somebody proposed, until a second person decides, and after. */
export const SettingsChange = z.object({
  id: Id('settingsChange'),
  group: GroupCode,
  from: Day,
  changed: Changed,
  /** What the changed figures were on the day before, as it was known when they were proposed. */
  before: Changed,
  why: z.string(),
  state: z.enum(settingsStates),
  proposedAt: Instant,
  decidedAt: Instant.optional(),
  /** What they are called who proposed and decided; not there for one whose account is closed. */
  proposedBy: z.string().optional(),
  decidedBy: z.string().optional(),
  /** Whether whoever reads this proposed it, who cannot decide. */
  isOwn: z.boolean(),
});
export type SettingsChange = z.output<typeof SettingsChange>;

/** A decision on a group: what it changes, and from which day. */
export const DecidedSettings = z.object({
  group: GroupCode,
  version: z.int().positive(),
  from: Day,
  changed: Changed,
});
export type DecidedSettings = z.output<typeof DecidedSettings>;

/** The same, with who decided and the change that was decided on. */
export const SettingsDecision = DecidedSettings.extend({
  changeId: Id('settingsChange'),
  decidedBy: z.string().optional(),
  decidedAt: Instant,
});
export type SettingsDecision = z.output<typeof SettingsDecision>;

export const SettingsParams = z.object({ changeId: Id('settingsChange') });
export const SettingsProposed = z.object({ id: Id('settingsChange') });
export const DecideSettings = z.object({ decision: z.enum(['approve', 'decline']) });
export type DecideSettings = z.output<typeof DecideSettings>;
export const SettingsEnded = SettingsChange.pick({ id: true, state: true });
export type SettingsEnded = z.output<typeof SettingsEnded>;
