import type { NewPlace, NewTeam } from '@kaifong/shared/organisation/schema.ts';
import type * as z from 'zod';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { namesIn } from '#lib/places/tree-form.ts';

/** A form's new place, as far as it goes: the API says what is wrong with it. */
export function newPlaceIn(form: SubmittedForm): z.input<typeof NewPlace> {
  const validFrom = form.optional('validFrom');
  const common = { parent: form.text('parent'), ...(validFrom && { validFrom }) };
  const kind = form.text('kind') as NewPlace['kind'];
  if (kind !== 'room') return { ...common, kind, ...namesIn(form) };
  const [name, nameHant, whereabouts] = [
    form.optional('name'),
    form.optional('nameHant'),
    form.optional('whereabouts'),
  ];
  return {
    ...common,
    kind,
    roomKind: form.text('roomKind') as Extract<NewPlace, { kind: 'room' }>['roomKind'],
    ...(name && { name }),
    ...(nameHant && { nameHant }),
    ...(whereabouts && { whereabouts }),
  };
}

/** A form's new team, as far as it goes. */
export function newTeamIn(form: SubmittedForm): z.input<typeof NewTeam> {
  const [brand, validFrom] = [form.optional('brand'), form.optional('validFrom')];
  return {
    place: form.text('parent'),
    kind: form.text('kind') as NewTeam['kind'],
    ...namesIn(form),
    ...(brand && { brand: brand as NonNullable<NewTeam['brand']> }),
    ...(validFrom && { validFrom }),
  };
}
