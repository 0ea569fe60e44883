/** The names of the fields in `ShiftFields`, for a draft of them. */
export const shiftFields = ['date', 'startsAt', 'endsAt', 'overnight', 'places', 'neededSkill'];
