/** The rows for roles in `MoreOfShift`: without a script a form cannot grow. */
export const roleRows = ['roles.0', 'roles.1', 'roles.2', 'roles.3'];

/** The names of the fields in `MoreOfShift`. */
export const moreFields = [
  ...roleRows.flatMap((row) => ['name', 'skill', 'fewest', 'most'].map((field) => `${row}.${field}`)),
  'risk',
  'insurance',
  'riskNotice',
  'mode',
  'teamFirstUntil',
  'signUpClosesAt',
];

/** The names of the fields in `ShiftFields`, for a draft of them. */
export const shiftFields = ['date', 'startsAt', 'endsAt', 'overnight', 'places', 'neededSkill', ...moreFields];
