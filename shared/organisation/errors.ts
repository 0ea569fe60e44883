import { defineErrors } from '../kernel/errors.ts';

export const placeErrors = defineErrors('place', {
  unknown: [
    'notFound',
    '没有这个地方，它可能已经合并或改名。请从街道列表里重新选。',
    '沒有這個地方，它可能已經合併或改名。請從街道列表裡重新選。',
    'There is no such place; it may have been merged or renamed. Please choose again from the list of streets.',
  ],
});
