import type { FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { faultsOf } from '@kaifong/shared/kernel/field-messages.ts';
import { Day, day, dayOf, type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { newShiftLimits } from '@kaifong/shared/scheduling/rules.ts';
import { NewShift } from '@kaifong/shared/scheduling/schema.ts';
import { kindDefaults } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { newShiftFaults } from '@kaifong/shared/scheduling/shifts/new-shift.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { kindNamed } from './kind-defaults.ts';
import { roleRows } from './shift-fields.ts';
import { instantFrom, instantOn } from './wall-clock.ts';

export type NewShiftReading = { ok: true; shift: NewShift } | { ok: false; faults: FieldFault[] };

/**
 * The shift that the fields of `ShiftFields` describe: a day and two clocks in Liwan, which make two instants. Faults are found here
 * by the same rules as in the API, so that no activity is made for a shift that cannot be. When the times are wrong together, that
 * is told whatever else is missing.
 */
export function readNewShift(form: SubmittedForm, now: Instant): NewShiftReading {
  const date = Day.safeParse(form.text('date'));
  const dateFaults = date.success ? [] : [{ path: 'date', code: 'field.day' }];
  // Without a day the clocks are held against today, so that a clock that is missing too is told in the same go.
  const on = date.data ?? dayOf(now);
  const startsAt = instantOn(on, form.text('startsAt'));
  const typedEnd = instantOn(on, form.text('endsAt'));
  const endsAt =
    typedEnd && form.ticked('overnight') ? shiftBy(typedEnd, day) : (typedEnd ?? endByKind(form, startsAt));
  const roles = rolesIn(form);
  const places = roles ? roles.reduce((sum, { most }) => sum + (most ?? 0), 0) : form.integer('places');
  const more = {
    ...(roles && { roles }),
    ...stated('risk', form.text('risk'), 'low'),
    ...stated('insurance', form.text('insurance')),
    ...stated('riskNotice', form.text('riskNotice')),
    ...stated('mode', form.text('mode'), 'open'),
    ...instantIn(form, 'teamFirstUntil'),
    ...instantIn(form, 'signUpClosesAt'),
  };
  const parsed = NewShift.safeParse({
    startsAt,
    endsAt,
    places,
    neededSkill: form.optional('neededSkill'),
    ...more,
  });
  const sound = parsed.success ? parsed.data : { places: newShiftLimits.fewestPlaces };
  const timesFaults =
    date.success && startsAt && endsAt ? newShiftFaults({ title: '', ...sound, startsAt, endsAt, now }) : [];
  const faults = [...dateFaults, ...timesFaults, ...(parsed.success ? [] : faultsOf(parsed.error))];
  return parsed.success && faults.length === 0 ? { ok: true, shift: parsed.data } : { ok: false, faults };
}

/** A shift of a kind whose end nobody typed lasts as long as the kind does. */
function endByKind(form: SubmittedForm, startsAt: Instant | undefined): Instant | undefined {
  const kind = form.text('endsAt') === '' && kindNamed(form.text('kind'));
  return startsAt && kind ? shiftBy(startsAt, kindDefaults[kind].minutes * minute) : undefined;
}

/** The roles whose rows are filled in; undefined when none is. What is missing in one is found by the schema. */
function rolesIn(form: SubmittedForm) {
  const rows = roleRows.flatMap((row, index) => {
    const [name, skill, most] = [form.text(`${row}.name`), form.optional(`${row}.skill`), form.integer(`${row}.most`)];
    if (name === '' && most === undefined) return [];
    const fewest = form.integer(`${row}.fewest`) ?? 0;
    return [{ number: index + 1, name, skills: skill ? [skill] : [], fewest, most }];
  });
  return rows.length > 0 ? rows : undefined;
}

/** A field that says something; what goes without saying is left out. */
function stated(name: string, text: string, usual = ''): Record<string, string> {
  return text === '' || text === usual ? {} : { [name]: text };
}

/** The moment in a field; one that is half filled is kept as it is, for the schema to refuse. */
function instantIn(form: SubmittedForm, name: string): Record<string, string> {
  const text = form.text(name);
  return text === '' ? {} : { [name]: instantFrom(text) ?? text };
}
