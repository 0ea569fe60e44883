import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';

/** How the person is now, as the counsellor finds her. `danger` calls the people on call; the others change no risk. */
export const conditions = ['better', 'same', 'worse', 'danger'] as const;
export const Condition = z.enum(conditions, { error: 'field.choice' });
export type Condition = z.infer<typeof Condition>;

/** The note that another adds to or sets right; it stays as it was. */
const Amended = z.strictObject({ noteId: Id('note'), at: Instant });

/** What happened, how the person is now, and what comes next. One that amends another needs the text only. */
export const Note = z
  .strictObject({
    text: z.string().trim().min(1).max(8_000),
    condition: Condition.optional(),
    nextStep: z.string().trim().min(1).max(1_000).optional(),
    amends: Amended.optional(),
    /** Said again, after a warning that the words name an illness. */
    asMeant: z.boolean().default(false),
  })
  .superRefine(({ condition, nextStep, amends }, context) => {
    if (amends) return;
    for (const [name, value] of Object.entries({ condition, nextStep })) {
      if (value === undefined) context.addIssue({ code: 'custom', path: [name], message: 'field.required' });
    }
  });
export type Note = z.output<typeof Note>;

export const NoteRef = z.object({ noteId: Id('note') });

/** A note as it is read. Those from before notes had parts hold a text alone. */
export const NoteView = z.object({
  noteId: Id('note'),
  at: Instant,
  counsellorId: Id('counsellor'),
  text: z.string(),
  condition: Condition.optional(),
  nextStep: z.string().optional(),
  amends: z.object({ noteId: Id('note'), at: Instant }).optional(),
});
export type NoteView = z.infer<typeof NoteView>;
